package dev.helium.pages.create;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML that somebody typed: within the limits of the provisioner, 256 KiB with 20 aliases, 20
 * levels and 20,000 values.
 *
 * @param value null when there is none, or when it is wrong
 * @param wrong the rule that it breaks, with the line; empty when it breaks none
 */
record ValuesDocument(Object value, String wrong) {
  private static final int LONGEST = 256 * 1024;
  private static final int MOST_ALIASES = 20;
  private static final int DEEPEST = 20;
  private static final int MOST_VALUES = 20_000;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(LONGEST)
          .setMaxAliasesForCollections(MOST_ALIASES)
          .setAllowDuplicateKeys(false)
          .setAllowRecursiveKeys(false)
          .setAllowNonScalarKeys(false)
          .build();

  /** Of a text that has to be a map; nothing in it is an empty one. */
  static ValuesDocument map(String yaml) {
    ValuesDocument any = any(yaml);
    if (any.isWrong() || any.value instanceof JsonObject) {
      return any;
    }
    return any.value == null
        ? new ValuesDocument(new JsonObject(), "")
        : wrong("must be a map of values, such as replicas: 2");
  }

  /** Of any text. */
  static ValuesDocument any(String yaml) {
    try {
      Object loaded = new Load(SETTINGS).loadFromString(yaml);
      return count(loaded, 0, MOST_VALUES) < 0
          ? wrong("must have at most " + MOST_VALUES + " values and " + DEEPEST + " levels")
          : new ValuesDocument(json(loaded), "");
    } catch (MarkedYamlEngineException invalid) {
      return wrong("is not valid YAML" + place(invalid));
    } catch (YamlEngineException | StackOverflowError invalid) {
      return wrong("is not valid YAML, or too large or too deep");
    }
  }

  boolean isWrong() {
    return !wrong.isEmpty();
  }

  private static ValuesDocument wrong(String rule) {
    return new ValuesDocument(null, rule);
  }

  /** Without the text itself, which may be secret. */
  private static String place(MarkedYamlEngineException invalid) {
    return invalid
        .getProblemMark()
        .map(
            mark -> ": look at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
        .orElse("");
  }

  /** How many more values there may be after these; below zero when there are too many. */
  private static int count(Object value, int depth, int left) {
    if (depth > DEEPEST) {
      return -1;
    }
    Collection<?> below =
        switch (value) {
          case Map<?, ?> map -> map.values();
          case Collection<?> list -> list;
          case null, default -> List.of();
        };
    int rest = left - 1;
    for (Object each : below) {
      if (rest < 0) {
        return rest;
      }
      rest = count(each, depth + 1, rest);
    }
    return rest;
  }

  private static Object json(Object value) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> {
        JsonObject object = new JsonObject();
        map.forEach((name, each) -> object.put(String.valueOf(name), json(each)));
        yield object;
      }
      case Collection<?> list -> {
        JsonArray array = new JsonArray();
        list.forEach(each -> array.add(json(each)));
        yield array;
      }
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case Double number when !Double.isFinite(number) -> number.toString();
      case Number number -> number;
      case Boolean flag -> flag;
      default -> String.valueOf(value);
    };
  }
}
