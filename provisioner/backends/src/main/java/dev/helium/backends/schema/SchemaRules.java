package dev.helium.backends.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the schema of a backend has to be so that it can be shown as a form, listed as help and
 * trusted to know every name: only keywords that are known here, a description of every property,
 * and objects that either name all they take or are maps of free names.
 */
public final class SchemaRules {
  private static final Set<String> ABOUT_SCHEMAS =
      Set.of("items", "not", "if", "then", "else", "propertyNames", "contains");
  private static final Set<String> LISTS_OF_SCHEMAS = Set.of("allOf", "anyOf", "oneOf");
  private static final Set<String> PLAIN =
      Set.of(
          "$schema",
          "$comment",
          "title",
          "description",
          "type",
          "default",
          "examples",
          "deprecated",
          "enum",
          "const",
          "format",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "required",
          "dependentRequired");

  private final List<String> broken = new ArrayList<>();

  private SchemaRules() {}

  /** Every rule that a schema breaks, with the place; empty when none. */
  public static List<String> broken(Map<String, Object> schema) {
    SchemaRules rules = new SchemaRules();
    if (!"object".equals(schema.get("type"))) {
      rules.broken.add("it is not the schema of an object");
    }
    rules.look(schema, "", true);
    return List.copyOf(rules.broken);
  }

  /**
   * @param shape whether it says what there is, and not only what more must hold
   */
  private void look(Map<String, Object> schema, String place, boolean shape) {
    schema.forEach((keyword, said) -> keyword(keyword, said, place, shape));
    if (shape && "object".equals(schema.get("type"))) {
      boolean free = schema.get("additionalProperties") instanceof Map;
      boolean closed = Boolean.FALSE.equals(schema.get("additionalProperties"));
      boolean open =
          Boolean.TRUE.equals(schema.get("additionalProperties"))
              && !schema.containsKey("properties");
      if (!free && !closed && !open) {
        broken.add(at(place) + "does not say which names it takes (additionalProperties)");
      }
    }
  }

  private void keyword(String keyword, Object said, String place, boolean shape) {
    switch (keyword) {
      case "properties" ->
          Trees.map(said, at(place) + keyword)
              .forEach((name, property) -> property(property, place + "." + name, shape));
      case "additionalProperties" -> {
        if (said instanceof Map) {
          look(Trees.map(said, keyword), place + ".*", shape);
        }
      }
      default -> {
        if (ABOUT_SCHEMAS.contains(keyword)) {
          look(Trees.map(said, at(place) + keyword), place, shape && "items".equals(keyword));
        } else if (LISTS_OF_SCHEMAS.contains(keyword)) {
          if (said instanceof List<?> parts) {
            parts.forEach(part -> look(Trees.map(part, at(place) + keyword), place, false));
          }
        } else if (!PLAIN.contains(keyword)) {
          broken.add(at(place) + "has the keyword \"" + keyword + "\", which is not known here");
        }
      }
    }
  }

  private void property(Object property, String place, boolean shape) {
    Map<String, Object> schema = Trees.map(property, at(place));
    if (shape && !(schema.get("description") instanceof String)) {
      broken.add(at(place) + "has no description");
    }
    look(schema, place, shape);
  }

  private static String at(String place) {
    return place.isEmpty() ? "the schema " : place.substring(1) + " ";
  }
}
