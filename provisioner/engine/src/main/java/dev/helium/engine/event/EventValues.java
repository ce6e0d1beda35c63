package dev.helium.engine.event;

import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.Signatures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as events carry them: a secret is marked as one, and its text is blinded. */
final class EventValues {
  private EventValues() {}

  static Map<String, Object> of(ObjectValue object) {
    var map = new LinkedHashMap<String, Object>();
    object.fields().forEach((name, field) -> map.put(name, value(field)));
    return map;
  }

  private static Object value(PropertyValue value) {
    if (value instanceof SecretValue) {
      return Map.of(Signatures.KEY, Signatures.SECRET, "ciphertext", PlainValues.MASK);
    }
    if (value instanceof ObjectValue object) {
      return of(object);
    }
    if (value instanceof ListValue(var elements)) {
      var list = new ArrayList<Object>(elements.size());
      elements.forEach(element -> list.add(value(element)));
      return list;
    }
    return PlainValues.masked(value);
  }
}
