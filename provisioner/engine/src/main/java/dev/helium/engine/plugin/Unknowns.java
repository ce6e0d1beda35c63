package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;

/** Looks for values that are not known yet. */
final class Unknowns {
  private Unknowns() {}

  static boolean anyIn(PropertyValue value) {
    return switch (value) {
      case UnknownValue _ -> true;
      case SecretValue(var element) -> anyIn(element);
      case ListValue(var elements) -> elements.stream().anyMatch(Unknowns::anyIn);
      case ObjectValue(var fields) -> fields.values().stream().anyMatch(Unknowns::anyIn);
      case PropertyValue.NullValue _,
          PropertyValue.BooleanValue _,
          PropertyValue.NumberValue _,
          PropertyValue.TextValue _,
          PropertyValue.ReferenceValue _ ->
          false;
    };
  }

  /** The answer of a provider that has done something and must know what came of it. */
  static ObjectValue requireNone(ObjectValue answer, String operation) {
    if (anyIn(answer)) {
      throw new EngineException(
          FailureClass.INTERNAL,
          "the provider answered the " + operation + " with values that are not known");
    }
    return answer;
  }
}
