package dev.helium.pages.create;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What kinds of values a schema takes. */
final class SchemaTypes {
  private SchemaTypes() {}

  /** The words of JSON Schema; none where it does not say. */
  static List<String> of(JsonObject schema) {
    return switch (schema.getValue("type")) {
      case String one -> List.of(one);
      case JsonArray several ->
          several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
