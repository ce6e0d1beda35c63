package dev.helium.engine.plugin;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.PropertyChange;
import dev.helium.engine.provider.PropertyChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

/** Reads what a provider says about a difference. */
final class Differences {
  private Differences() {}

  /**
   * The difference; a provider that does not know leaves it to the inputs.
   *
   * @param before recorded inputs
   * @param after wanted inputs, with ignored changes taken back
   */
  static Difference read(DiffResponse response, ObjectValue before, ObjectValue after) {
    return switch (response.getChanges()) {
      case DIFF_NONE -> Difference.NONE;
      case DIFF_UNKNOWN, UNRECOGNIZED -> withReplaces(between(before, after), response);
      case DIFF_SOME -> some(response);
    };
  }

  /** Top-level inputs that differ. */
  static Difference between(ObjectValue before, ObjectValue after) {
    var old = SecretMarks.reveal(before);
    var now = SecretMarks.reveal(after);
    var names = new TreeSet<>(old.fields().keySet());
    names.addAll(now.fields().keySet());
    var details = new TreeMap<String, PropertyChange>();
    for (var name : names) {
      if (!now.fields().containsKey(name)) {
        details.put(name, new PropertyChange(Kind.DELETE, false, true));
      } else if (!old.fields().containsKey(name)) {
        details.put(name, new PropertyChange(Kind.ADD, false, true));
      } else if (!old.get(name).equals(now.get(name))) {
        details.put(name, new PropertyChange(Kind.UPDATE, false, true));
      }
    }
    return new Difference(
        !details.isEmpty(), List.copyOf(details.keySet()), List.of(), false, details);
  }

  private static Difference withReplaces(Difference known, DiffResponse response) {
    return known.changed()
        ? new Difference(
            true,
            known.paths(),
            response.getReplacesList(),
            response.getDeleteBeforeReplace(),
            known.details())
        : known;
  }

  private static Difference some(DiffResponse response) {
    var details = new TreeMap<String, PropertyChange>();
    if (response.getHasDetailedDiff()) {
      response.getDetailedDiffMap().forEach((path, change) -> details.put(path, read(change)));
    }
    var replaces = new ArrayList<>(response.getReplacesList());
    details.forEach(
        (path, change) -> {
          if (change.replaces() && !replaces.contains(path)) {
            replaces.add(path);
          }
        });
    var paths = details.isEmpty() ? response.getDiffsList() : List.copyOf(details.keySet());
    return new Difference(true, paths, replaces, response.getDeleteBeforeReplace(), details);
  }

  private static PropertyChange read(PropertyDiff change) {
    var inputs = change.getInputDiff();
    return switch (change.getKind()) {
      case ADD -> new PropertyChange(Kind.ADD, false, inputs);
      case ADD_REPLACE -> new PropertyChange(Kind.ADD, true, inputs);
      case DELETE -> new PropertyChange(Kind.DELETE, false, inputs);
      case DELETE_REPLACE -> new PropertyChange(Kind.DELETE, true, inputs);
      case UPDATE, UNRECOGNIZED -> new PropertyChange(Kind.UPDATE, false, inputs);
      case UPDATE_REPLACE -> new PropertyChange(Kind.UPDATE, true, inputs);
    };
  }
}
