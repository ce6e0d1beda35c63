package dev.helium.backends.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which config maps and secrets a pod names, in volumes and in variables. */
final class PodReferences {
  private PodReferences() {}

  /**
   * Such as {@code ConfigMap/settings}, sorted.
   *
   * @param specification of the pod, as maps and lists
   */
  static Set<String> of(Object specification) {
    Set<String> references = new TreeSet<>();
    collect(specification, references);
    return references;
  }

  private static void collect(Object part, Set<String> references) {
    switch (part) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                if (value instanceof Map<?, ?> named) {
                  reference(String.valueOf(key), named).ifPresent(references::add);
                }
                collect(value, references);
              });
      case List<?> list -> list.forEach(each -> collect(each, references));
      case null, default -> {}
    }
  }

  private static Optional<String> reference(String key, Map<?, ?> named) {
    return switch (key) {
      case "configMap", "configMapRef", "configMapKeyRef" -> name("ConfigMap", named.get("name"));
      case "secret" ->
          name("Secret", named.get(named.containsKey("secretName") ? "secretName" : "name"));
      case "secretRef", "secretKeyRef" -> name("Secret", named.get("name"));
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(String kind, Object name) {
    return name instanceof String text ? Optional.of(kind + "/" + text) : Optional.empty();
  }
}
