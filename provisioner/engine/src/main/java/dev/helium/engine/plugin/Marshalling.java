package dev.helium.engine.plugin;

import com.google.protobuf.Struct;
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
import dev.helium.engine.protocol.StructCodec;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes values as a provider can take them.
 *
 * @param secrets secrets stay marked
 * @param references references stay references; otherwise they become ids, or URNs of components
 * @param unknowns unknown values are sent; otherwise they are left out
 */
record Marshalling(boolean secrets, boolean references, boolean unknowns) {
  /** Everything as it is. */
  static final Marshalling FULL = new Marshalling(true, true, true);

  static Marshalling to(Capabilities capabilities, boolean unknowns) {
    return new Marshalling(capabilities.secrets(), capabilities.references(), unknowns);
  }

  Struct write(ObjectValue object) {
    return StructCodec.write(fit(object));
  }

  private ObjectValue fit(ObjectValue object) {
    var fields = new TreeMap<String, PropertyValue>();
    object.fields().forEach((name, field) -> fit(field).ifPresent(fit -> fields.put(name, fit)));
    return new ObjectValue(fields);
  }

  private Optional<PropertyValue> fit(PropertyValue value) {
    return switch (value) {
      case UnknownValue unknown -> unknowns ? Optional.of(unknown) : Optional.empty();
      case SecretValue(var element) -> secrets ? fit(element).map(SecretValue::new) : fit(element);
      case ListValue(var elements) ->
          Optional.of(
              new ListValue(elements.stream().flatMap(element -> fit(element).stream()).toList()));
      case ObjectValue object -> Optional.of(fit(object));
      case ReferenceValue reference ->
          Optional.of(
              references
                  ? reference
                  : new TextValue(reference.id().isEmpty() ? reference.urn() : reference.id()));
      case NullValue _, BooleanValue _, NumberValue _, TextValue _ -> Optional.of(value);
    };
  }
}
