package dev.helium.watcher.folding;

import dev.helium.domain.Connection;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be said about a workspace now.
 *
 * @param holdsUntil when this changes although nothing in the cluster does; {@link Instant#MAX} for
 *     never
 */
public record Assessment(
    Readiness readiness,
    Map<String, String> addresses,
    List<Connection> connections,
    Progress progress,
    Milestones milestones,
    Instant holdsUntil) {
  /** Of a workspace whose namespace has not been made yet. */
  static final Assessment NOTHING_TO_SEE =
      new Assessment(
          new Readiness.Unknown(),
          Map.of(),
          List.of(),
          Progress.NONE,
          Milestones.NONE,
          Instant.MAX);

  public Assessment {
    Objects.requireNonNull(readiness, "readiness");
    addresses = Map.copyOf(addresses);
    connections = Connection.kept(connections);
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(milestones, "milestones");
    Objects.requireNonNull(holdsUntil, "holdsUntil");
  }

  /** The same with another readiness, which changes at an instant by itself. */
  public Assessment with(Readiness other, Instant until) {
    return new Assessment(
        other,
        addresses,
        connections,
        progress,
        milestones,
        until.isBefore(holdsUntil) ? until : holdsUntil);
  }

  /** The same, reached in other ways. */
  public Assessment withWaysIn(
      Map<String, String> otherAddresses, List<Connection> otherConnections) {
    return new Assessment(
        readiness, otherAddresses, otherConnections, progress, milestones, holdsUntil);
  }
}
