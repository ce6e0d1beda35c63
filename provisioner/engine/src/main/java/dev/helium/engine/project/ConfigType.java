package dev.helium.engine.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.project.ConfigNode.Items;
import dev.helium.engine.project.ConfigNode.Plain;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The type a project declares for a value.
 *
 * @param kind what it is
 * @param items the type of an array's elements, null when it is not an array
 */
record ConfigType(Kind kind, ConfigType items) {
  enum Kind {
    STRING,
    BOOLEAN,
    INTEGER,
    OBJECT,
    ARRAY
  }

  static ConfigType read(Path file, String key, Map<?, ?> declaration) {
    var word = String.valueOf(declaration.get("type"));
    for (var kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return new ConfigType(kind, kind == Kind.ARRAY ? items(file, key, declaration) : null);
      }
    }
    throw unreadable(file, key, "type '" + word + "' is not known");
  }

  /** The words of a message. */
  String shown() {
    return items == null ? kind.name().toLowerCase(Locale.ROOT) : "array<" + items.shown() + ">";
  }

  /** True when the value, in clear, is of this type. */
  boolean fits(ConfigNode value) {
    return switch (kind) {
      case STRING ->
          value instanceof Plain(var scalar)
              && (scalar.isTextual() || scalar.isNumber() || scalar.isBoolean());
      case BOOLEAN ->
          value instanceof Plain(var scalar)
              && (scalar.isBoolean() || scalar.asText().matches("true|false"));
      case INTEGER -> value instanceof Plain(var scalar) && isWhole(scalar);
      case OBJECT -> value instanceof ConfigNode.Fields;
      case ARRAY -> value instanceof Items(var elements) && elements.stream().allMatch(items::fits);
    };
  }

  private static boolean isWhole(JsonNode scalar) {
    return scalar.isIntegralNumber()
        || (scalar.isTextual() && scalar.textValue().matches("[+-]?[0-9]{1,18}"));
  }

  private static ConfigType items(Path file, String key, Map<?, ?> declaration) {
    if (declaration.get("items") instanceof Map<?, ?> items) {
      return read(file, key, items);
    }
    throw unreadable(file, key, "an array needs the type of its items");
  }

  private static EngineException unreadable(Path file, String key, String reason) {
    return new EngineException(
        FailureClass.STATE_UNREADABLE,
        "project file " + file + ": configuration key '" + key + "': " + reason);
  }
}
