package dev.helium.backends.clipper;

import dev.helium.backends.product.Samples;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the backend tells for some values, to look at. */
record ClipperObjects(List<HasMetadata> all) {
  static ClipperObjects of(String valuesYaml) {
    return new ClipperObjects(Samples.objects(new ClipperBackend(), valuesYaml));
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

  /** Such as {@code Service/clipper-backend}. */
  List<String> names() {
    return all.stream()
        .map(object -> object.getKind() + "/" + object.getMetadata().getName())
        .toList();
  }

  Map<String, String> settings() {
    return the(ConfigMap.class, "clipper-backend-config").getData();
  }

  Map<String, String> secret(String name) {
    return the(Secret.class, name).getStringData();
  }

  PodSpec pod(String name) {
    return find(Deployment.class, name)
        .map(deployment -> deployment.getSpec().getTemplate().getSpec())
        .orElseGet(() -> the(StatefulSet.class, name).getSpec().getTemplate().getSpec());
  }

  Container container(String name) {
    return pod(name).getContainers().getFirst();
  }

  /** Where a variable of a container comes from, as {@code SECRET.KEY}; empty for elsewhere. */
  static String origin(Container container, String variable) {
    return container.getEnv().stream()
        .filter(each -> each.getName().equals(variable))
        .map(EnvVar::getValueFrom)
        .map(from -> from.getSecretKeyRef().getName() + "." + from.getSecretKeyRef().getKey())
        .findFirst()
        .orElse("");
  }
}
