package dev.helium.engine.property;

import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;

/** Finds what only an update will tell. */
public final class Unknowns {
  private Unknowns() {}

  /** True when the value or anything inside it is unknown. */
  public static boolean anyIn(PropertyValue value) {
    if (value instanceof SecretValue(var element)) {
      return anyIn(element);
    }
    if (value instanceof ListValue(var elements)) {
      return elements.stream().anyMatch(Unknowns::anyIn);
    }
    if (value instanceof ObjectValue(var fields)) {
      return fields.values().stream().anyMatch(Unknowns::anyIn);
    }
    return value instanceof UnknownValue;
  }
}
