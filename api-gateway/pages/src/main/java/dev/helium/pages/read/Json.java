package dev.helium.pages.read;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads fields of JSON that may be missing, or of another kind than expected. */
public final class Json {
  private Json() {}

  public static String text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text ? text : "";
  }

  public static long number(JsonObject json, String name) {
    return json.getValue(name) instanceof Number number ? number.longValue() : 0;
  }

  public static boolean flag(JsonObject json, String name) {
    return json.getValue(name) instanceof Boolean flag && flag;
  }

  public static Optional<Instant> instant(JsonObject json, String name) {
    try {
      String text = text(json, name);
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Of ISO 8601, such as {@code PT1.5S}. */
  public static Optional<Duration> duration(JsonObject json, String name) {
    try {
      String text = text(json, name);
      return text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The object of that name; empty when there is none. */
  public static Optional<JsonObject> object(JsonObject json, String name) {
    return json.getValue(name) instanceof JsonObject object
        ? Optional.of(object)
        : Optional.empty();
  }

  public static List<JsonObject> objects(JsonObject json, String name) {
    return array(json, name).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  public static List<String> texts(JsonObject json, String name) {
    return array(json, name).stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /** The texts of an object by their names, in order. */
  public static Map<String, String> textsByName(JsonObject json, String name) {
    Map<String, String> texts = new TreeMap<>();
    object(json, name)
        .ifPresent(
            object ->
                object.forEach(
                    entry -> {
                      if (entry.getValue() instanceof String text) {
                        texts.put(entry.getKey(), text);
                      }
                    }));
    return texts;
  }

  public static JsonArray array(JsonObject json, String name) {
    return json.getValue(name) instanceof JsonArray array ? array : new JsonArray();
  }
}
