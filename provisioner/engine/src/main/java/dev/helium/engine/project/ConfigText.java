package dev.helium.engine.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.project.ConfigNode.Ciphertext;
import dev.helium.engine.project.ConfigNode.Fields;
import dev.helium.engine.project.ConfigNode.Items;
import dev.helium.engine.project.ConfigNode.Plain;
import dev.helium.engine.property.JsonText;
import dev.helium.engine.property.NumberJson;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Configuration values as plain YAML values, as JSON and as the text a program sees. */
public final class ConfigText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SECURE = "secure";

  private ConfigText() {}

  /** The value of a plain one, as a YAML or JSON library makes it. */
  static ConfigNode of(Object plain) {
    return switch (plain) {
      case null -> new Plain(NODES.nullNode());
      case Map<?, ?> map when map.size() == 1 && map.get(SECURE) instanceof String text ->
          new Ciphertext(text);
      case Map<?, ?> map -> {
        var fields = new TreeMap<String, ConfigNode>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), of(value)));
        yield new Fields(fields);
      }
      case List<?> list -> new Items(list.stream().map(ConfigText::of).toList());
      case Boolean bool -> new Plain(NODES.booleanNode(bool));
      case Integer number -> new Plain(NODES.numberNode(number.longValue()));
      case Long number -> new Plain(NODES.numberNode(number));
      case BigInteger number -> new Plain(NumberJson.write(number.doubleValue()));
      case Number number -> new Plain(NumberJson.write(number.doubleValue()));
      default -> ConfigNode.text(plain.toString());
    };
  }

  /** The value of JSON, where an object with the only field {@code secure} is a ciphertext. */
  public static ConfigNode of(JsonNode json) {
    if (json.size() == 1 && json.path(SECURE).isTextual()) {
      return new Ciphertext(json.path(SECURE).textValue());
    }
    if (json.isObject()) {
      var fields = new TreeMap<String, ConfigNode>();
      json.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
      return new Fields(fields);
    }
    if (json.isArray()) {
      var elements = new ArrayList<ConfigNode>();
      json.forEach(element -> elements.add(of(element)));
      return new Items(elements);
    }
    return new Plain(json);
  }

  /** The value of a text of JSON. */
  public static ConfigNode parse(String text) {
    try {
      return of(JsonText.read(text));
    } catch (IOException invalid) {
      throw new EngineException(
          FailureClass.INVALID, "a configuration value is not JSON", withoutText(invalid));
    }
  }

  /** The value as JSON, ciphertexts as objects with the field {@code secure}. */
  public static JsonNode json(ConfigNode value) {
    return switch (value) {
      case Plain(var scalar) -> scalar;
      case Ciphertext(var text) -> NODES.objectNode().put(SECURE, text);
      case Items(var elements) -> {
        var array = NODES.arrayNode();
        elements.forEach(element -> array.add(json(element)));
        yield array;
      }
      case Fields(var fields) -> {
        var object = NODES.objectNode();
        fields.forEach((name, field) -> object.set(name, json(field)));
        yield object;
      }
    };
  }

  /** The text a program sees: the text itself, or JSON for anything else; a null is empty. */
  public static String text(ConfigNode value) {
    return switch (value) {
      case Plain(var scalar) when scalar.isNull() -> "";
      case Plain(var scalar) when scalar.isTextual() -> scalar.textValue();
      case Ciphertext(var text) -> text;
      case Plain _, Items _, Fields _ -> JsonText.escaped(json(value));
    };
  }

  private static IOException withoutText(IOException invalid) {
    return new IOException(invalid.getClass().getSimpleName());
  }
}
