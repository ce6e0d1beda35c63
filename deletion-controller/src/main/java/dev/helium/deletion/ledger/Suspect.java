package dev.helium.deletion.ledger;

import dev.helium.deletion.tenure.Life;
import dev.helium.domain.ClusterName;
import dev.helium.domain.OrphanKind;
import java.util.List;
import java.util.Objects;

/**
 * Something that one comparison does not find in order.
 *
 * @param cluster in which it was found, or not; the default one of what is in none
 * @param name of what it is about
 * @param workspace that it says it belongs to
 * @param life that of the workspace, by the same comparison
 * @param incarnation that the thing itself names; empty when it names none
 */
record Suspect(
    OrphanKind kind,
    ClusterName cluster,
    String name,
    String workspace,
    Life life,
    String incarnation,
    List<String> evidence) {
  Suspect {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(life, "life");
    Objects.requireNonNull(incarnation, "incarnation");
    evidence = List.copyOf(evidence);
  }

  /** What two comparisons have to agree about: the thing, the life and how far it had come. */
  Identity identity() {
    return new Identity(kind, cluster, name, life.incarnation(), life.attempt(), life.stage());
  }

  record Identity(
      OrphanKind kind,
      ClusterName cluster,
      String name,
      int incarnation,
      int attempt,
      Life.Stage stage) {}

  /** Where it was found, or not. */
  Side side() {
    return side(kind);
  }

  static Side side(OrphanKind kind) {
    return switch (kind) {
      case STRAY_NAMESPACE -> Side.NAMESPACES;
      case UNKNOWN_NAMESPACE -> Side.NAMESPACES;
      case MISSING_NAMESPACE -> Side.NAMESPACES;
      case STRAY_OBJECTS -> Side.OBJECTS;
      case STRAY_STACK -> Side.STACKS;
      case UNPROVEN -> Side.LOG;
    };
  }
}
