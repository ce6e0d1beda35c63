package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of one object of a document. A field that is absent or null has its type's empty
 * value; one of another type is an {@link IllegalArgumentException} that names it.
 */
final class DocumentFields {
  private final JsonNode node;
  private final String what;

  DocumentFields(JsonNode node, String what) {
    if (!node.isObject()) {
      throw new IllegalArgumentException(what + " is no object");
    }
    this.node = node;
    this.what = what;
  }

  String text(String name) {
    var value = value(name);
    if (value.isNull()) {
      return "";
    }
    return require(value.isTextual(), name, "a text", value).textValue();
  }

  String required(String name) {
    var text = text(name);
    if (text.isEmpty()) {
      throw new IllegalArgumentException(what + " has no " + name);
    }
    return text;
  }

  boolean flag(String name) {
    var value = value(name);
    return !value.isNull()
        && require(value.isBoolean(), name, "true or false", value).booleanValue();
  }

  List<String> texts(String name) {
    return texts(value(name), name);
  }

  /** Lists of texts by name. */
  Map<String, List<String>> textsByName(String name) {
    var byName = new TreeMap<String, List<String>>();
    object(name).properties().forEach(field -> byName.put(field.getKey(), texts(field, name)));
    return byName;
  }

  JsonNode object(String name) {
    var value = value(name);
    return value.isNull()
        ? JsonNodeFactory.instance.objectNode()
        : require(value.isObject(), name, "an object", value);
  }

  JsonNode list(String name) {
    var value = value(name);
    return value.isNull()
        ? JsonNodeFactory.instance.arrayNode()
        : require(value.isArray(), name, "a list", value);
  }

  /** A time, null when there is none. */
  Instant time(String name) {
    var text = text(name);
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException invalid) {
      throw new IllegalArgumentException(what + ": " + name + " is no time", invalid);
    }
  }

  /** The fields other than these. */
  ObjectNode rest(Set<String> known) {
    var rest = JsonNodeFactory.instance.objectNode();
    node.properties().stream()
        .filter(field -> !known.contains(field.getKey()))
        .forEach(field -> rest.set(field.getKey(), field.getValue()));
    return rest;
  }

  private List<String> texts(Map.Entry<String, JsonNode> field, String name) {
    return texts(field.getValue(), name);
  }

  private List<String> texts(JsonNode value, String name) {
    if (value.isNull()) {
      return List.of();
    }
    require(value.isArray(), name, "a list of texts", value);
    var texts = new ArrayList<String>(value.size());
    value.forEach(
        element ->
            texts.add(require(element.isTextual(), name, "a list of texts", element).textValue()));
    return texts;
  }

  /** A value of any type; null when there is none. */
  JsonNode value(String name) {
    var value = node.get(name);
    return value == null ? JsonNodeFactory.instance.nullNode() : value;
  }

  private JsonNode require(boolean fits, String name, String type, JsonNode value) {
    if (!fits) {
      throw new IllegalArgumentException(what + ": " + name + " is not " + type);
    }
    return value;
  }
}
