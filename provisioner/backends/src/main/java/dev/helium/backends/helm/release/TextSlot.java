package dev.helium.backends.helm.release;

import java.util.List;
import java.util.Map;

/** Where a text stands in a tree. */
@FunctionalInterface
interface TextSlot {
  void set(String text);

  // Trees of objects have texts for names and anything for values.
  @SuppressWarnings("unchecked")
  static TextSlot of(Map<?, ?> map, String name) {
    return text -> ((Map<String, Object>) map).put(name, text);
  }

  // Trees of objects have anything for elements.
  @SuppressWarnings("unchecked")
  static TextSlot of(List<?> list, int index) {
    return text -> ((List<Object>) list).set(index, text);
  }
}
