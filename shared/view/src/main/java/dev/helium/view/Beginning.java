package dev.helium.view;

import dev.helium.domain.WorkspaceId;
import java.util.Map;
import java.util.Set;

/**
 * Where a projector begins.
 *
 * @param from the next offset by partition; one that is missing is read from its beginning
 * @param doubted partitions of which the map may not hold all that stands before {@code from}; in
 *     the others an event that is missing is missing from the log itself
 * @param held how many events views in the map include at least, where that is certain
 */
record Beginning(Map<Integer, Long> from, Set<Integer> doubted, Map<WorkspaceId, Long> held) {
  Beginning {
    from = Map.copyOf(from);
    doubted = Set.copyOf(doubted);
    held = Map.copyOf(held);
  }

  /** The map may have lost some of what it is said to hold. */
  static Beginning resumed(Map<Integer, Long> from) {
    return new Beginning(from, from.keySet(), Map.of());
  }

  /** The map was just given this. */
  static Beginning after(Map<Integer, Long> from, Map<WorkspaceId, Long> held) {
    return new Beginning(from, Set.of(), held);
  }
}
