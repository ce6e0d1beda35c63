package dev.helium.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The newest comparison of log, clusters and state files: without one, a ledger without orphans
 * says nothing.
 *
 * @param endedAt when it had been made
 * @param directions what was compared with the log, and what was not; at most {@value
 *     #MOST_DIRECTIONS} are kept
 * @param unlisted how many orphans there are beyond those that the ledger has room for
 */
public record LedgerSweep(Instant endedAt, List<Direction> directions, int unlisted)
    implements LedgerEntry {
  /** Of which there is one. */
  public static final String KEY = "sweep";

  public static final int MOST_DIRECTIONS = 500;

  public LedgerSweep {
    Objects.requireNonNull(endedAt, "endedAt");
    directions = directions.stream().limit(MOST_DIRECTIONS).toList();
    if (unlisted < 0) {
      throw new IllegalArgumentException("there are no fewer orphans than none");
    }
  }

  /**
   * One side of the comparison.
   *
   * @param name such as {@code namespaces}
   * @param cluster that was looked at; empty for the default one, and for a side of no cluster
   * @param why it was not looked at; empty when it was
   * @param unlistedKinds the kinds that Helium may not list there, so that nobody looked, as {@code
   *     Kind} or {@code Kind.group}, each once and in order; at most {@value #MOST_KINDS} are kept
   */
  public record Direction(
      String name, String cluster, boolean lookedAt, String why, List<String> unlistedKinds) {
    public static final int MOST_KINDS = 100;

    public Direction {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(cluster, "cluster");
      Objects.requireNonNull(why, "why");
      unlistedKinds = unlistedKinds.stream().distinct().sorted().limit(MOST_KINDS).toList();
    }

    public static Direction looked(String name, ClusterName cluster) {
      return new Direction(name, cluster.value(), true, "", List.of());
    }

    public static Direction notLooked(String name, ClusterName cluster, String why) {
      return new Direction(name, cluster.value(), false, why, List.of());
    }

    /** The same, but for some kinds. */
    public Direction except(List<String> kinds) {
      return new Direction(name, cluster, lookedAt, why, kinds);
    }
  }

  @Override
  public String key() {
    return KEY;
  }
}
