package dev.helium.backends.helicone;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the backend tells for some values, and questions about it. */
record Told(Setting setting, List<HasMetadata> objects) {
  static final HeliconeBackend BACKEND = new HeliconeBackend();

  static Told with(String values) {
    return of(Samples.setting(BACKEND, values));
  }

  static Told of(Setting setting) {
    return new Told(setting, BACKEND.objects(setting));
  }

  /** Every rule that the values break; none when they are taken. */
  static List<Problem> problems(String values) {
    return switch (BACKEND.validate(new BackendInput(Map.of(), values))) {
      case Validated.Accepted ignored -> List.of();
      case Validated.Rejected rejected -> rejected.problems();
    };
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends HasMetadata> List<String> names(Class<T> kind) {
    return all(kind).stream().map(object -> object.getMetadata().getName()).toList();
  }

  <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
    return all(kind).stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst();
  }

  <T extends HasMetadata> T get(Class<T> kind, String name) {
    return find(kind, name).orElseThrow(() -> new AssertionError("there is no " + name));
  }

  PodSpec pod(String name) {
    return get(Deployment.class, name).getSpec().getTemplate().getSpec();
  }

  Container container(String name) {
    return pod(name).getContainers().getFirst();
  }

  EnvVar variable(String component, String name) {
    return container(component).getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(component + " lacks " + name));
  }

  /** Where a variable comes from, as {@code SECRET/KEY}. */
  String source(String component, String name) {
    var reference = variable(component, name).getValueFrom().getSecretKeyRef();
    return reference.getName() + "/" + reference.getKey();
  }

  Map<String, String> settings(String component) {
    return get(ConfigMap.class, component).getData();
  }

  Map<String, String> secret(String name) {
    return get(Secret.class, name).getStringData();
  }
}
