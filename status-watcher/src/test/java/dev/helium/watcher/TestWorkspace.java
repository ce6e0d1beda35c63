package dev.helium.watcher;

import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.builder.Builder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.Map;

/** Makes the objects of a workspace as a backend does, with labels on everything. */
record TestWorkspace(KubernetesClient client, WorkspaceId id, int incarnation) {
  static KubernetesClient client(Path kubeconfig) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
        .build();
  }

  Map<String, String> labels() {
    return Map.of(
        "helium.dev/workspace", id.value(),
        "helium.dev/incarnation", Integer.toString(incarnation));
  }

  Namespace namespace() {
    return namespace("PT0S");
  }

  Namespace namespace(String settle) {
    Namespace namespace =
        client
            .resource(
                new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(id.value())
                    .withLabels(labels())
                    .addToAnnotations("helium.dev/settle", settle)
                    .endMetadata()
                    .build())
            .create();
    // Pods are refused until it is there; what makes it otherwise takes its time.
    client
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("default")
                .withNamespace(id.value())
                .endMetadata()
                .build())
        .serverSideApply();
    return namespace;
  }

  Deployment deployment(String image, int replicas) {
    return create(template(image, replicas));
  }

  <T extends HasMetadata> T create(Builder<T> object) {
    return client.resource(object.build()).create();
  }

  DeploymentBuilder template(String image, int replicas) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("web")
        .withNamespace(id.value())
        .withLabels(labels())
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .withNewSelector()
        .addToMatchLabels("app", "web")
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels())
        .addToLabels("app", "web")
        .endMetadata()
        .withNewSpec()
        .withTerminationGracePeriodSeconds(0L)
        .addNewContainer()
        .withName("web")
        .withImage(image)
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec();
  }

  void loadBalancer() {
    client
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace(id.value())
                .withLabels(labels())
                .endMetadata()
                .withNewSpec()
                .withType("LoadBalancer")
                .addToSelector("app", "web")
                .addNewPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build())
        .create();
  }

  void scale(int replicas) {
    client.apps().deployments().inNamespace(id.value()).withName("web").scale(replicas);
  }

  void image(String image) {
    client
        .apps()
        .deployments()
        .inNamespace(id.value())
        .withName("web")
        // Whatever the controllers write meanwhile is no conflict.
        .patch(
            PatchContext.of(PatchType.STRATEGIC_MERGE),
            """
            {"spec":{"template":{"spec":{"containers":[{"name":"web","image":"%s"}]}}}}
            """
                .formatted(image));
  }

  void deletePods() {
    client.pods().inNamespace(id.value()).withGracePeriod(0).delete();
  }
}
