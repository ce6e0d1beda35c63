package dev.helium.backends.product;

import dev.helium.backends.Manifest;
import dev.helium.backends.Problem;
import dev.helium.backends.schema.Trees;
import dev.helium.backends.values.ValuesFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Fields of a request that are values too. An empty one is as good as none. */
final class RequestFields {
  private final Manifest manifest;

  RequestFields(Manifest manifest) {
    this.manifest = manifest;
  }

  /** Those that the backend does not take. */
  List<Problem> unknown(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> !parameter.getValue().isBlank())
        .map(Map.Entry::getKey)
        .filter(field -> !manifest.fields().containsKey(field))
        .filter(field -> !manifest.ignored().contains(field))
        .sorted()
        .map(field -> new Problem(field, "is not taken by the backend \"" + manifest.name() + "\""))
        .toList();
  }

  Map<String, Object> values(Map<String, String> parameters) {
    Map<String, Object> values = new LinkedHashMap<>();
    manifest
        .fields()
        .forEach(
            (field, path) -> {
              String text = parameters.getOrDefault(field, "");
              if (!text.isBlank()) {
                Map<String, Object> merged =
                    Trees.merge(values, Trees.of(path, typed(path, text.strip())));
                values.clear();
                values.putAll(merged);
              }
            });
    return values;
  }

  /** How the requester knows the value at a path: by the field that set it, or by its file. */
  String name(String path, Map<String, String> parameters, Map<String, Object> file) {
    return manifest.fields().entrySet().stream()
        .filter(field -> field.getValue().equals(path))
        .map(Map.Entry::getKey)
        .filter(field -> !parameters.getOrDefault(field, "").isBlank())
        .filter(field -> Trees.find(file, path).isEmpty())
        .findFirst()
        .orElse(Trees.join(ValuesFile.FIELD, path));
  }

  /** A text as the schema wants it; as it is where it cannot be that, and the schema says so. */
  private Object typed(String path, String text) {
    Object type =
        Trees.find(manifest.parameters(), "properties." + path.replace(".", ".properties."))
            .map(schema -> Trees.map(schema, path).get("type"))
            .orElse("string");
    if (Objects.equals(type, "integer") && text.matches("-?[0-9]{1,9}")) {
      return Integer.valueOf(text);
    }
    String small = text.toLowerCase(Locale.ROOT);
    return Objects.equals(type, "boolean") && small.matches("true|false")
        ? (Object) Boolean.valueOf(small)
        : text;
  }
}
