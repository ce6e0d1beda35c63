package dev.helium.engine.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.project.ConfigNode.Plain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * What a text inside a structured value stands for, and such values as YAML libraries want them.
 */
final class ConfigNumbers {
  private static final Pattern WHOLE = Pattern.compile("0|[+-]?[1-9][0-9]*|[+-]0+");

  private ConfigNumbers() {}

  /** A boolean or whole number for a text that reads as one. */
  static Plain recognized(Plain value) {
    var text = value.scalar().isTextual() ? value.scalar().textValue() : "";
    if (text.equals("true") || text.equals("false")) {
      return new Plain(JsonNodeFactory.instance.booleanNode(text.equals("true")));
    }
    if (WHOLE.matcher(text).matches()) {
      try {
        return new Plain(JsonNodeFactory.instance.numberNode(Long.parseLong(text)));
      } catch (NumberFormatException tooLarge) {
        return value;
      }
    }
    return value;
  }

  /** Maps, lists, texts, booleans and whole numbers; other numbers stay JSON. */
  static Object plain(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> {
        var map = new LinkedHashMap<String, Object>();
        value.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
        yield map;
      }
      case ARRAY -> {
        var list = new ArrayList<Object>();
        value.forEach(element -> list.add(plain(element)));
        yield list;
      }
      case STRING -> value.textValue();
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.isIntegralNumber() ? (Object) value.longValue() : value;
      case NULL, MISSING -> null;
      case BINARY, POJO -> throw new IllegalArgumentException("not a JSON value");
    };
  }
}
