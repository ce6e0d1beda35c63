package dev.helium.engine.property;

import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.NumberValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.ReferenceValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;

/** Finds what only an update will tell. */
public final class Unknowns {
  private Unknowns() {}

  /** True when the value or anything inside it is not known yet. */
  public static boolean anyIn(PropertyValue value) {
    return switch (value) {
      case UnknownValue _ -> true;
      case SecretValue(var element) -> anyIn(element);
      case ListValue(var elements) -> elements.stream().anyMatch(Unknowns::anyIn);
      case ObjectValue(var fields) -> fields.values().stream().anyMatch(Unknowns::anyIn);
      case NullValue _, BooleanValue _, NumberValue _, TextValue _, ReferenceValue _ -> false;
    };
  }
}
