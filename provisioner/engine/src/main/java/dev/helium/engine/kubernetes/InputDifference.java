package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The paths at which two objects differ; a field that is null counts as not there. */
final class InputDifference {
  private final List<String> paths = new ArrayList<>();

  private InputDifference() {}

  /** Paths such as {@code spec.template.spec.containers[0].image}. */
  static List<String> between(ObjectValue before, ObjectValue after) {
    var difference = new InputDifference();
    difference.compare("", before, after);
    return difference.paths;
  }

  private void compare(String path, PropertyValue before, PropertyValue after) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof ObjectValue old && after instanceof ObjectValue changed) {
      objects(path, old, changed);
    } else if (before instanceof ListValue(var old)
        && after instanceof ListValue(var changed)
        && old.size() == changed.size()) {
      for (int index = 0; index < old.size(); index++) {
        compare(path + "[" + index + "]", old.get(index), changed.get(index));
      }
    } else {
      paths.add(path);
    }
  }

  private void objects(String path, ObjectValue before, ObjectValue after) {
    var names = new TreeSet<>(before.fields().keySet());
    names.addAll(after.fields().keySet());
    for (var name : names) {
      var old = before.get(name);
      var changed = after.get(name);
      if (!(old instanceof NullValue && changed instanceof NullValue)) {
        compare(path.isEmpty() ? name : path + "." + name, old, changed);
      }
    }
  }
}
