package dev.helium.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;

/** The objects the tests make. */
final class Samples {

  private Samples() {}

  static Deployment deployment(String namespace, String name, String image) {
    Map<String, String> labels = Map.of("app", name);
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withNewSelector()
        .withMatchLabels(labels)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName(name)
        .withImage(image)
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  static Pod pod(String namespace, String name, String image) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("main")
        .withImage(image)
        .endContainer()
        .endSpec()
        .build();
  }

  /**
   * One that takes variables from a secret.
   *
   * @param whole whether it takes all that is in it
   * @param optional whether it can go without
   */
  static Container container(String name, String secret, boolean whole, boolean optional) {
    ContainerBuilder container = new ContainerBuilder().withName(name).withImage("nginx");
    return whole
        ? container.addNewEnvFrom().withNewSecretRef(secret, optional).endEnvFrom().build()
        : container
            .addNewEnv()
            .withName("PASSWORD")
            .withNewValueFrom()
            .withNewSecretKeyRef("password", secret, optional)
            .endValueFrom()
            .endEnv()
            .build();
  }

  static Volume volumeOf(String secret, boolean projected) {
    VolumeBuilder volume = new VolumeBuilder().withName("tls");
    return projected
        ? volume
            .withNewProjected()
            .addNewSource()
            .withNewSecret()
            .withName(secret)
            .endSecret()
            .endSource()
            .endProjected()
            .build()
        : volume.withNewSecret().withSecretName(secret).endSecret().build();
  }

  static Pod podThatNeeds(String namespace, String name, String cpu) {
    return new PodBuilder(pod(namespace, name, "nginx"))
        .editSpec()
        .editFirstContainer()
        .withNewResources()
        .addToRequests("cpu", new Quantity(cpu))
        .endResources()
        .endContainer()
        .endSpec()
        .build();
  }
}
