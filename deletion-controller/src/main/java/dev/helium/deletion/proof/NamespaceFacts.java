package dev.helium.deletion.proof;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is to be known of a namespace.
 *
 * @param workspace that its label names; empty when it has none
 * @param incarnation that its label names; empty when it has none
 * @param created {@link Instant#EPOCH} when it does not say
 * @param holders what the cluster says still keeps it, one sentence each
 */
public record NamespaceFacts(
    String name,
    String workspace,
    String incarnation,
    Instant created,
    boolean deleting,
    List<String> holders) {
  public NamespaceFacts {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(incarnation, "incarnation");
    Objects.requireNonNull(created, "created");
    holders = List.copyOf(holders);
  }
}
