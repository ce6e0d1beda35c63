package dev.helium.backends.posthog;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the backend makes of some values, for looking at. */
record Made(Setting setting, List<HasMetadata> objects) {
  static final PosthogBackend BACKEND = new PosthogBackend();

  static Made of(String values) {
    Setting setting = Samples.setting(BACKEND, values);
    return new Made(setting, BACKEND.objects(setting));
  }

  /** What is wrong with values. */
  static List<Problem> problems(String values) {
    return switch (BACKEND.validate(new BackendInput(Map.of(), values))) {
      case Validated.Accepted ignored -> List.of();
      case Validated.Rejected rejected -> rejected.problems();
    };
  }

  List<String> names() {
    return objects.stream().map(Made::name).toList();
  }

  static String name(HasMetadata object) {
    return object.getKind() + "/" + object.getMetadata().getName();
  }

  <T extends HasMetadata> T the(Class<T> kind, String name) {
    return objects.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + name + " among " + names()));
  }

  PodSpec pod(String controller) {
    return objects.stream()
        .filter(object -> object.getMetadata().getName().equals(controller))
        .map(Made::pod)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing makes pods of " + controller));
  }

  Container container(String controller) {
    return pod(controller).getContainers().getFirst();
  }

  /** Values of variables; those from secrets as {@code SECRET/KEY}. */
  Map<String, String> environment(String controller) {
    Map<String, String> environment = new TreeMap<>();
    for (EnvVar variable : container(controller).getEnv()) {
      environment.put(variable.getName(), value(variable));
    }
    return environment;
  }

  Map<String, String> secret(String name) {
    return the(Secret.class, name).getStringData();
  }

  private static String value(EnvVar variable) {
    if (variable.getValueFrom() == null) {
      return variable.getValue();
    }
    SecretKeySelector secret = variable.getValueFrom().getSecretKeyRef();
    return secret == null
        ? variable.getValueFrom().getFieldRef().getFieldPath()
        : secret.getName() + "/" + secret.getKey();
  }

  private static Optional<PodSpec> pod(HasMetadata object) {
    return switch (object) {
      case Deployment deployment -> Optional.of(deployment.getSpec().getTemplate().getSpec());
      case StatefulSet set -> Optional.of(set.getSpec().getTemplate().getSpec());
      case Job job -> Optional.of(job.getSpec().getTemplate().getSpec());
      default -> Optional.empty();
    };
  }
}
