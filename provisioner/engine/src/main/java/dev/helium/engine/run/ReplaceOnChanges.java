package dev.helium.engine.run;

import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.PropertyChange;
import dev.helium.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.TreeMap;

/** Makes replacements of changes that a program wants to be replacements. */
final class ReplaceOnChanges {
  private static final String INITIALIZATION = "#initerror";

  private ReplaceOnChanges() {}

  /** The difference as the resource's options want it. */
  static Difference apply(Difference difference, ResourceState resource) {
    var replaces = new ArrayList<>(difference.replaces());
    var details = new TreeMap<>(difference.details());
    for (var pattern : resource.options().replaceOnChanges()) {
      difference.paths().stream()
          .filter(path -> PropertyPaths.covers(pattern, path))
          .forEach(replaces::add);
      details.replaceAll(
          (path, change) ->
              PropertyPaths.covers(pattern, path)
                  ? new PropertyChange(change.kind(), true, change.inputs())
                  : change);
    }
    return new Difference(
        difference.changed(),
        difference.paths(),
        replaces.stream().distinct().toList(),
        difference.deleteBeforeReplace(),
        details);
  }

  /** The same for a resource that is there but not usable: that can be a reason, too. */
  static Difference applyUnusable(Difference difference, ResourceState resource) {
    var applied = apply(difference, resource);
    var isReason =
        resource.options().replaceOnChanges().stream()
            .anyMatch(pattern -> PropertyPaths.covers(pattern, INITIALIZATION));
    if (!isReason) {
      return applied;
    }
    var replaces = new ArrayList<>(applied.replaces());
    replaces.add(INITIALIZATION);
    return new Difference(
        true, applied.paths(), replaces, applied.deleteBeforeReplace(), applied.details());
  }
}
