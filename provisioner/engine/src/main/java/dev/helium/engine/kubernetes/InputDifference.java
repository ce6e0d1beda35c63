package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.PropertyChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two objects differ; a field that is null counts as not there. */
final class InputDifference {
  private final List<ObjectChange> changes = new ArrayList<>();

  private InputDifference() {}

  static List<ObjectChange> between(ObjectValue before, ObjectValue after) {
    var difference = new InputDifference();
    difference.objects(ObjectPath.ROOT, before, after);
    return difference.changes;
  }

  private void compare(ObjectPath path, PropertyValue before, PropertyValue after) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof NullValue) {
      changes.add(new ObjectChange(path, Kind.ADD, after));
    } else if (after instanceof NullValue) {
      changes.add(new ObjectChange(path, Kind.DELETE, after));
    } else if (before instanceof ObjectValue old && after instanceof ObjectValue changed) {
      objects(path, old, changed);
    } else if (before instanceof ListValue(var old) && after instanceof ListValue(var changed)) {
      for (int index = 0; index < Math.max(old.size(), changed.size()); index++) {
        compare(path.element(index), at(old, index), at(changed, index));
      }
    } else {
      changes.add(new ObjectChange(path, Kind.UPDATE, after));
    }
  }

  private void objects(ObjectPath path, ObjectValue before, ObjectValue after) {
    var names = new TreeSet<>(before.fields().keySet());
    names.addAll(after.fields().keySet());
    names.forEach(name -> compare(path.field(name), before.get(name), after.get(name)));
  }

  private static PropertyValue at(List<PropertyValue> elements, int index) {
    return index < elements.size() ? elements.get(index) : new NullValue();
  }
}
