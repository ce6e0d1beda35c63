package dev.helium.backends.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers as the SDK takes them: whole ones of 32 bits, and those with a fraction. What is no value
 * of JSON is sent as a text.
 */
final class Numbers {
  private Numbers() {}

  /** A copy of a tree, where longer numbers are doubles, as which all numbers travel. */
  static Object forSdk(Object value) {
    return switch (value) {
      case Map<?, ?> entries -> {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((name, entry) -> map.put(String.valueOf(name), forSdk(entry)));
        yield map;
      }
      case List<?> elements -> {
        List<Object> list = new ArrayList<>();
        elements.forEach(element -> list.add(forSdk(element)));
        yield list;
      }
      case Integer small -> small;
      case Number other -> other.doubleValue();
      case null -> null;
      case Boolean flag -> flag;
      default -> String.valueOf(value);
    };
  }
}
