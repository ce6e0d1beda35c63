package dev.helium.deletion.ledger;

import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.domain.WorkspaceId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What was found at some moment, without the log.
 *
 * @param namespaces by their name
 * @param objects outside of those namespaces, as {@code Kind/name} and their namespace, of each
 *     workspace that does not live
 * @param stacks the names of those with a state file
 * @param unseen the sides that were not looked at, and why
 */
public record Picture(
    Map<String, NamespaceFacts> namespaces,
    Map<WorkspaceId, Set<String>> objects,
    Set<String> stacks,
    Map<Side, String> unseen) {
  public Picture {
    Objects.requireNonNull(namespaces, "namespaces");
    namespaces = Map.copyOf(namespaces);
    objects = Map.copyOf(objects);
    stacks = Set.copyOf(stacks);
    unseen = Map.copyOf(unseen);
  }

  boolean shows(Side side) {
    return !unseen.containsKey(side);
  }
}
