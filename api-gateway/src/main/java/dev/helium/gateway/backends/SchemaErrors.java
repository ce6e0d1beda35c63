package dev.helium.gateway.backends;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.KnownNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.OutputUnit;
import java.util.List;
import java.util.stream.Stream;

/** What a schema says of values that break it, in words for people. */
final class SchemaErrors {
  private final String field;
  private final JsonObject schema;
  private final JsonObject values;

  /**
   * @param field of the request that holds the values
   */
  SchemaErrors(String field, JsonObject schema, JsonObject values) {
    this.field = field;
    this.schema = schema;
    this.values = values;
  }

  /** Each broken rule once. */
  List<FieldError> of(List<OutputUnit> units) {
    return units.stream().flatMap(this::of).distinct().toList();
  }

  private Stream<FieldError> of(OutputUnit unit) {
    JsonPointer keyword = pointer(unit.getKeywordLocation());
    JsonPointer place = pointer(unit.getInstanceLocation());
    if (!(keyword.copy().parent().queryJson(schema) instanceof JsonObject parent)) {
      return Stream.empty();
    }
    String word = last(unit.getKeywordLocation());
    return switch (word) {
      // What is broken below them is said by itself.
      case "properties", "items", "propertyNames", "allOf", "anyOf", "oneOf", "$ref" ->
          Stream.empty();
      case "additionalProperties" -> unknown(unit, place, parent);
      case "required" -> missing(place, parent);
      default ->
          Stream.of(
              new FieldError(
                  name(unit.getInstanceLocation()),
                  unit.getKeywordLocation().contains("/propertyNames/")
                      ? "has a name that is not taken here"
                      : rule(word, parent)));
    };
  }

  /** The library says so of every property below which something is broken. */
  private Stream<FieldError> unknown(OutputUnit unit, JsonPointer place, JsonObject parent) {
    List<String> known =
        List.copyOf(parent.getJsonObject("properties", new JsonObject()).fieldNames());
    String name = place.isRootPointer() ? "" : last(unit.getInstanceLocation());
    boolean forbidden = Boolean.FALSE.equals(parent.getValue("additionalProperties"));
    return !forbidden || known.contains(name)
        ? Stream.empty()
        : Stream.of(
            new FieldError(
                name(unit.getInstanceLocation()),
                KnownNames.nearest(name, known)
                    .map(nearest -> "is not known; did you mean \"" + nearest + "\"?")
                    .orElse(
                        known.isEmpty()
                            ? "is not known"
                            : "is not known; there are " + String.join(", ", known))));
  }

  private Stream<FieldError> missing(JsonPointer place, JsonObject parent) {
    return place.queryJson(values) instanceof JsonObject object
        ? parent.getJsonArray("required").stream()
            .map(String::valueOf)
            .filter(name -> !object.containsKey(name))
            .map(
                name -> new FieldError(name(place.copy().append(name).toString()), "must be given"))
        : Stream.empty();
  }

  private static String rule(String word, JsonObject said) {
    return switch (word) {
      case "type" -> "must be " + types(said.getValue("type"));
      case "minimum", "maximum" ->
          "must be "
              + (said.containsKey("minimum") ? "at least " + said.getValue("minimum") : "")
              + (said.containsKey("minimum") && said.containsKey("maximum") ? " and " : "")
              + (said.containsKey("maximum") ? "at most " + said.getValue("maximum") : "");
      case "enum" ->
          "must be one of "
              + String.join(", ", said.getJsonArray("enum").stream().map(String::valueOf).toList());
      case "maxProperties", "maxItems" -> "must have at most " + said.getValue(word) + " entries";
      case "minProperties", "minItems" -> "must have at least " + said.getValue(word) + " entries";
      case "maxLength" -> "must have at most " + said.getValue(word) + " characters";
      case "minLength" -> "must have at least " + said.getValue(word) + " characters";
      case "pattern" ->
          said.containsKey("description")
              ? "does not fit: " + said.getString("description")
              : "must match " + said.getString(word);
      default -> "breaks the rule " + word + " of the backend";
    };
  }

  private static String types(Object type) {
    return type instanceof JsonArray types
        ? String.join(" or ", types.stream().map(SchemaErrors::words).toList())
        : words(type);
  }

  private static String words(Object type) {
    return switch (String.valueOf(type)) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "an object";
      case "null" -> "nothing";
      default -> String.valueOf(type);
    };
  }

  private static JsonPointer pointer(String location) {
    return JsonPointer.from(location.replaceFirst("^#", ""));
  }

  private static String last(String location) {
    return location.substring(location.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  private String name(String location) {
    String path =
        location.replaceFirst("^#?/?", "").replace('/', '.').replace("~1", "/").replace("~0", "~");
    return path.isEmpty() ? field : field + "." + KnownNames.shown(path);
  }
}
