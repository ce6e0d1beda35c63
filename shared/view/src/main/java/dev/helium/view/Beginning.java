package dev.helium.view;

import dev.helium.domain.WorkspaceId;
import java.util.Map;
import java.util.Objects;

/**
 * Where a projector begins.
 *
 * @param from the next offset by partition; one that is missing is read from its beginning
 * @param whole whether all that stands before {@code from} is in the map for certain, because it
 *     was just put there: then an event that is missing is missing from the log itself
 * @param held how many events the views in the map include at least, as far as that is certain
 */
record Beginning(Map<Integer, Long> from, boolean whole, Map<WorkspaceId, Long> held) {
  Beginning {
    from = Map.copyOf(from);
    Objects.requireNonNull(held, "held");
  }

  /** The map is believed to hold what it is said to hold. */
  static Beginning at(Map<Integer, Long> from) {
    return new Beginning(from, from.isEmpty(), Map.of());
  }

  /** True when what stands before the first event that is read is known for certain. */
  boolean knows(int partition) {
    return whole || !from.containsKey(partition);
  }
}
