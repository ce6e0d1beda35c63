package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of a live object that a program has a say in. */
final class InputShape {
  private InputShape() {}

  /** The object, with only those fields that one of two sets of inputs has. */
  static ObjectValue prune(ObjectValue live, ObjectValue before, ObjectValue after) {
    var fields = new TreeMap<String, PropertyValue>();
    live.fields()
        .forEach(
            (name, value) -> {
              if (before.fields().containsKey(name) || after.fields().containsKey(name)) {
                fields.put(name, prune(value, before.get(name), after.get(name)));
              }
            });
    return new ObjectValue(fields);
  }

  private static PropertyValue prune(
      PropertyValue live, PropertyValue before, PropertyValue after) {
    if (live instanceof ObjectValue object) {
      return before instanceof ObjectValue || after instanceof ObjectValue
          ? prune(object, object(before), object(after))
          : live;
    }
    if (live instanceof ListValue(var elements)) {
      return before instanceof ListValue || after instanceof ListValue
          ? list(elements, elements(before), elements(after))
          : live;
    }
    return live;
  }

  private static ListValue list(
      List<PropertyValue> live, List<PropertyValue> before, List<PropertyValue> after) {
    var known = Math.max(before.size(), after.size());
    var kept = new ArrayList<PropertyValue>();
    for (int index = 0; index < Math.min(live.size(), known); index++) {
      kept.add(prune(live.get(index), at(before, index), at(after, index)));
    }
    return new ListValue(kept);
  }

  private static ObjectValue object(PropertyValue value) {
    return value instanceof ObjectValue object ? object : ObjectValue.of(Map.of());
  }

  private static List<PropertyValue> elements(PropertyValue value) {
    return value instanceof ListValue(var elements) ? elements : List.of();
  }

  private static PropertyValue at(List<PropertyValue> elements, int index) {
    return index < elements.size() ? elements.get(index) : new NullValue();
  }
}
