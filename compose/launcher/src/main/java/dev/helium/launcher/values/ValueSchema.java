package dev.helium.launcher.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a schema says of one value, or of what lies below it.
 *
 * @param schema in JSON; may be missing, which says nothing
 */
public record ValueSchema(JsonNode schema) {
  private static final String MINIMUM = "minimum";
  private static final String MAXIMUM = "maximum";

  /** That says nothing. */
  public static ValueSchema unknown() {
    return new ValueSchema(MissingNode.getInstance());
  }

  /** What it says of a value in this one. */
  ValueSchema below(String name) {
    JsonNode known = schema.path("properties").path(name);
    return new ValueSchema(known.isMissingNode() ? schema.path("additionalProperties") : known);
  }

  /** What it says of each member of a list. */
  ValueSchema members() {
    return new ValueSchema(schema.path("items"));
  }

  /** The values in this one that have names, in the order of the schema. */
  public Map<String, ValueSchema> properties() {
    Map<String, ValueSchema> properties = new LinkedHashMap<>();
    schema
        .path("properties")
        .propertyStream()
        .forEach(
            property -> properties.put(property.getKey(), new ValueSchema(property.getValue())));
    return properties;
  }

  /** Whether it must be given in the one that this one describes. */
  public boolean requires(String name) {
    return schema.path("required").valueStream().map(JsonNode::asText).anyMatch(name::equals);
  }

  /** As JSON Schema calls them; none when any will do. */
  List<String> types() {
    JsonNode type = schema.path("type");
    return (type.isArray() ? type.valueStream() : Stream.of(type))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  /** What it is, for people: {@code whole number from 0 to 20}. */
  public String kind() {
    if (schema.path("enum").isArray()) {
      return "one of " + texts(schema.path("enum"));
    }
    String types = types().stream().map(ValueSchema::word).collect(Collectors.joining(" or "));
    return (types.isEmpty() ? "anything" : types) + range();
  }

  /** What counts when nothing is given; empty when nothing does. */
  public String otherwise() {
    JsonNode value = schema.path("default");
    return value.isValueNode() ? value.asText() : value.toString();
  }

  public String description() {
    return schema.path("description").asText();
  }

  /** Whether it holds values that have names of their own. */
  public boolean isMap() {
    return types().contains("object");
  }

  private String range() {
    String least = schema.path(MINIMUM).asText();
    String most = schema.path(MAXIMUM).asText();
    if (least.isEmpty()) {
      return most.isEmpty() ? "" : ", at most " + most;
    }
    return most.isEmpty() ? ", at least " + least : " from " + least + " to " + most;
  }

  private static String texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
  }

  private static String word(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      case "array" -> "list";
      case "object" -> "map";
      default -> type;
    };
  }
}
