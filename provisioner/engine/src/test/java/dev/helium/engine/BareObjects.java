package dev.helium.engine;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The objects of the benchmark's program, for a client without an engine. */
final class BareObjects {
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: List
      items:
        - {apiVersion: v1, kind: Namespace, metadata: {name: NAME}}
        - apiVersion: v1
          kind: ResourceQuota
          metadata: {name: web, namespace: NAME}
          spec: {hard: {pods: "20"}}
        - apiVersion: v1
          kind: LimitRange
          metadata: {name: web, namespace: NAME}
          spec: {limits: [{type: Container, default: {cpu: 100m}}]}
        - apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: web, namespace: NAME}
          spec: {podSelector: {}, policyTypes: [Ingress]}
        - apiVersion: apps/v1
          kind: Deployment
          metadata: {name: web, namespace: NAME}
          spec:
            replicas: 0
            selector: {matchLabels: {app: web}}
            template:
              metadata: {labels: {app: web}}
              spec: {containers: [{name: web, image: web}]}
        - apiVersion: v1
          kind: Service
          metadata: {name: web, namespace: NAME}
          spec: {selector: {app: web}, ports: [{port: 80}]}
      """;

  private BareObjects() {}

  static List<HasMetadata> of(String namespace) {
    var text = OBJECTS.replace("NAME", namespace);
    KubernetesList list =
        Serialization.unmarshal(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), KubernetesList.class);
    return list.getItems();
  }
}
