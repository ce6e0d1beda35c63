package dev.helium.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The newest comparison of log, clusters and state files: without one, a ledger without orphans
 * says nothing.
 *
 * @param endedAt when it had been made
 * @param directions what was compared with the log, and what was not
 * @param unlisted how many orphans there are beyond those that the ledger has room for
 */
public record LedgerSweep(Instant endedAt, List<Direction> directions, int unlisted)
    implements LedgerEntry {
  /** Of which there is one. */
  public static final String KEY = "sweep";

  public LedgerSweep {
    Objects.requireNonNull(endedAt, "endedAt");
    directions = List.copyOf(directions);
    if (unlisted < 0) {
      throw new IllegalArgumentException("there are no fewer orphans than none");
    }
  }

  /**
   * One side of the comparison.
   *
   * @param name such as {@code namespaces}
   * @param why it was not looked at; empty when it was
   */
  public record Direction(String name, boolean lookedAt, String why) {
    public Direction {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(why, "why");
    }

    public static Direction looked(String name) {
      return new Direction(name, true, "");
    }

    public static Direction notLooked(String name, String why) {
      return new Direction(name, false, why);
    }
  }

  @Override
  public String key() {
    return KEY;
  }
}
