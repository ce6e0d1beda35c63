package dev.helium.backends.hash;

import dev.helium.backends.product.Samples;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the backend tells for some values, to look at. */
record HashObjects(List<HasMetadata> all) {
  static HashObjects of(String valuesYaml) {
    return new HashObjects(Samples.objects(new HashBackend(), valuesYaml));
  }

  <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
    return all.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst();
  }

  <T extends HasMetadata> T the(Class<T> kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> new AssertionError("there is no " + kind.getSimpleName() + " " + name));
  }

  /** Such as {@code Service/hash-api}. */
  List<String> names() {
    return all.stream()
        .map(object -> object.getKind() + "/" + object.getMetadata().getName())
        .toList();
  }

  List<String> workloads() {
    return names().stream().filter(name -> name.startsWith("Deployment/")).toList();
  }

  Map<String, String> settings(String component) {
    return the(ConfigMap.class, component + "-config").getData();
  }

  Map<String, String> secret(String name) {
    return the(Secret.class, name).getStringData();
  }

  PodSpec pod(String name) {
    return the(Deployment.class, name).getSpec().getTemplate().getSpec();
  }

  Container container(String name) {
    return pod(name).getContainers().getFirst();
  }

  /** A container that runs before. */
  Container before(String name, String initial) {
    return pod(name).getInitContainers().stream()
        .filter(container -> container.getName().equals(initial))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " has no " + initial));
  }

  List<String> hosts() {
    return all.stream()
        .filter(Ingress.class::isInstance)
        .map(Ingress.class::cast)
        .map(ingress -> ingress.getSpec().getRules().getFirst().getHost())
        .toList();
  }

  /** What a variable is, or where it comes from, as {@code SECRET.KEY}; empty for none. */
  static String variable(Container container, String name) {
    return container.getEnv().stream()
        .filter(each -> each.getName().equals(name))
        .map(HashObjects::shown)
        .findFirst()
        .orElse("");
  }

  private static String shown(EnvVar variable) {
    return variable.getValueFrom() == null
        ? variable.getValue()
        : variable.getValueFrom().getSecretKeyRef().getName()
            + "."
            + variable.getValueFrom().getSecretKeyRef().getKey();
  }
}
