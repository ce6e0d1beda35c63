package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Inputs as the cluster has them. Only fields that were inputs count, and only where the cluster's
 * value moved since it was recorded: how the API server writes a value down ({@code 1000m} as
 * {@code 1}) is no drift.
 */
final class Drift {
  private Drift() {}

  static ObjectValue apply(ObjectValue inputs, ObjectValue recorded, ObjectValue live) {
    var fields = new TreeMap<String, PropertyValue>();
    inputs
        .fields()
        .forEach(
            (name, input) -> fields.put(name, apply(input, recorded.get(name), live.get(name))));
    return new ObjectValue(fields);
  }

  private static PropertyValue apply(
      PropertyValue input, PropertyValue recorded, PropertyValue live) {
    if (recorded.equals(live)) {
      return input;
    }
    if (input instanceof ObjectValue wanted
        && recorded instanceof ObjectValue before
        && live instanceof ObjectValue now) {
      return apply(wanted, before, now);
    }
    if (input instanceof ListValue(var wanted)
        && recorded instanceof ListValue(var before)
        && live instanceof ListValue(var now)
        && wanted.size() == before.size()
        && before.size() == now.size()) {
      var elements = new ArrayList<PropertyValue>(wanted.size());
      for (int index = 0; index < wanted.size(); index++) {
        elements.add(apply(wanted.get(index), before.get(index), now.get(index)));
      }
      return new ListValue(elements);
    }
    return live;
  }
}
