package dev.helium.story.benchmark.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.story.benchmark.PlainObject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects of a workspace as somebody would write them who makes the same without Helium.
 *
 * @param workspace whose they were
 * @param objects in JSON, in the order in which pods find what they need
 * @param pods that came of them
 */
record Blueprint(String workspace, List<String> objects, int pods) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LABEL = "helium.dev/workspace";

  private record Kind(String apiVersion, String name) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("v1", "ResourceQuota"),
          new Kind("v1", "LimitRange"),
          new Kind("v1", "ServiceAccount"),
          new Kind("rbac.authorization.k8s.io/v1", "Role"),
          new Kind("rbac.authorization.k8s.io/v1", "RoleBinding"),
          new Kind("v1", "Secret"),
          new Kind("v1", "ConfigMap"),
          new Kind("v1", "PersistentVolumeClaim"),
          new Kind("v1", "Service"),
          new Kind("networking.k8s.io/v1", "NetworkPolicy"),
          new Kind("networking.k8s.io/v1", "Ingress"),
          new Kind("policy/v1", "PodDisruptionBudget"),
          new Kind("autoscaling/v2", "HorizontalPodAutoscaler"),
          new Kind("batch/v1", "CronJob"),
          new Kind("batch/v1", "Job"),
          new Kind("apps/v1", "DaemonSet"),
          new Kind("apps/v1", "Deployment"),
          new Kind("apps/v1", "StatefulSet"));

  Blueprint {
    objects = List.copyOf(objects);
  }

  /** Of a workspace that is ready. */
  static Blueprint of(KubernetesClient cluster, String workspace) {
    List<String> objects = new ArrayList<>();
    for (Kind kind : KINDS) {
      for (GenericKubernetesResource found :
          cluster
              .genericKubernetesResources(kind.apiVersion(), kind.name())
              .inNamespace(workspace)
              .withLabel(LABEL, workspace)
              .list()
              .getItems()) {
        ObjectNode object = JSON.valueToTree(found);
        // Items of a list leave out what all of them are.
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.name());
        if (PlainObject.isMadeByAPerson(object)) {
          objects.add(PlainObject.of(object).toString());
        }
      }
    }
    List<Pod> pods = cluster.pods().inNamespace(workspace).list().getItems();
    return new Blueprint(workspace, objects, pods.size());
  }

  /** The same for a namespace of another name. */
  List<GenericKubernetesResource> named(KubernetesClient cluster, String name) {
    return objects.stream()
        .map(object -> object.replace(workspace, name))
        .map(
            object ->
                cluster
                    .getKubernetesSerialization()
                    .unmarshal(object, GenericKubernetesResource.class))
        .toList();
  }
}
