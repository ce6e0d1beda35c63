package dev.helium.backends.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.helium.backends.schema.SchemaCheck.Broken;
import dev.helium.backends.values.Similarity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a schema says of values that break it, in words for people. */
final class SchemaWords {
  private static final int LONGEST = 128;

  private final Map<String, Object> schema;

  SchemaWords(Map<String, Object> schema) {
    this.schema = schema;
  }

  Stream<Broken> of(Error error) {
    Map<String, Object> said = said(error.getSchemaLocation().getFragment());
    String place = path(error.getInstanceLocation());
    return switch (error.getKeyword()) {
      // What is broken below them is said by itself.
      case "properties", "items", "allOf", "anyOf", "oneOf", "if" -> Stream.empty();
      case "additionalProperties" ->
          Stream.of(new Broken(below(place, error.getProperty()), unknown(error, said)));
      case "required", "dependentRequired" ->
          Stream.of(new Broken(below(place, error.getProperty()), "must be given"));
      case "propertyNames" ->
          Stream.of(
              new Broken(below(place, error.getProperty()), "has a name that is not taken here"));
      default -> Stream.of(new Broken(place, rule(error.getKeyword(), said)));
    };
  }

  private static String unknown(Error error, Map<String, Object> said) {
    List<String> known = List.copyOf(Trees.mapOrNone(said.get("properties"), "it").keySet());
    return Similarity.nearest(error.getProperty(), known)
        .map(nearest -> "is not known; did you mean \"" + nearest + "\"?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "is not known"
                    : "is not known; there are " + String.join(", ", known));
  }

  private static String rule(String keyword, Map<String, Object> said) {
    return switch (keyword) {
      case "type" -> "must be " + types(said.get("type"));
      case "minimum", "maximum" -> "must be " + bounds(said);
      case "enum" ->
          "must be one of "
              + String.join(
                  ", ", ((List<?>) said.get("enum")).stream().map(String::valueOf).toList());
      case "maxProperties", "maxItems" -> "must have at most " + said.get(keyword) + " entries";
      case "minProperties", "minItems" -> "must have at least " + said.get(keyword) + " entries";
      case "maxLength" -> "must have at most " + said.get(keyword) + " characters";
      case "minLength" -> "must have at least " + said.get(keyword) + " characters";
      case "pattern" ->
          said.containsKey("description")
              ? "does not fit: " + said.get("description")
              : "must match " + said.get(keyword);
      default -> "breaks the rule " + keyword + " of the backend";
    };
  }

  private static String bounds(Map<String, Object> said) {
    boolean both = said.containsKey("minimum") && said.containsKey("maximum");
    return (said.containsKey("minimum") ? "at least " + said.get("minimum") : "")
        + (both ? " and " : "")
        + (said.containsKey("maximum") ? "at most " + said.get("maximum") : "");
  }

  private static String types(Object type) {
    return type instanceof List<?> types
        ? String.join(" or ", types.stream().map(SchemaWords::words).toList())
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

  /** The part of the schema that holds the keyword at a location. */
  private Map<String, Object> said(NodePath location) {
    Object part = schema;
    for (int step = 0; step < location.getNameCount() - 1; step++) {
      Object name = location.getElement(step);
      part =
          switch (part) {
            case Map<?, ?> map -> map.get(String.valueOf(name));
            case List<?> list -> list.get(Integer.parseInt(String.valueOf(name)));
            case null, default -> Map.of();
          };
    }
    return Trees.mapOrNone(part, "a schema");
  }

  private static String path(NodePath location) {
    String path = "";
    for (int step = 0; step < location.getNameCount(); step++) {
      path = below(path, String.valueOf(location.getElement(step)));
    }
    return path;
  }

  /** A name that is not known is not ours, and may be anything. */
  private static String below(String path, String name) {
    String printable = name.replaceAll("[^ -~]", "?");
    String shown =
        printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "...";
    return path.isEmpty() ? shown : path + "." + shown;
  }
}
