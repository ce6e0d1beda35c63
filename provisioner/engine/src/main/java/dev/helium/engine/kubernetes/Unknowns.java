package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.NumberValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.ReferenceValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import java.util.List;

/** Values that only the doing would tell. */
final class Unknowns {
  /** What the API server makes up anew whenever an object is made. */
  private static final List<String> MADE_UP =
      List.of("uid", "resourceVersion", "creationTimestamp");

  private Unknowns() {}

  /** True when the value or anything inside it is not known yet. */
  static boolean anyIn(PropertyValue value) {
    return switch (value) {
      case UnknownValue _ -> true;
      case SecretValue(var element) -> anyIn(element);
      case ListValue(var elements) -> elements.stream().anyMatch(Unknowns::anyIn);
      case ObjectValue(var fields) -> fields.values().stream().anyMatch(Unknowns::anyIn);
      case NullValue _, BooleanValue _, NumberValue _, TextValue _, ReferenceValue _ -> false;
    };
  }

  /** The outputs of a rehearsed creation, without what the real one would have otherwise. */
  static ObjectValue ofNewObject(ObjectValue outputs) {
    var metadata = Fields.object(outputs, "metadata");
    for (var name : MADE_UP) {
      metadata = metadata.with(name, new UnknownValue());
    }
    return outputs.without("status").with("metadata", metadata);
  }
}
