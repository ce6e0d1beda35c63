package dev.helium.deletion.ledger;

import java.time.Duration;
import java.util.Objects;

/**
 * What is done about what is found, and how often it is looked for.
 *
 * @param interval between the end of a sweep and the next
 * @param confirmation between the two looks that have to agree
 * @param patience how long a deletion may be without its proof
 */
public record LedgerPolicy(
    OnOrphan orphans, OnDrift drift, Duration interval, Duration confirmation, Duration patience) {
  /** About what belongs to nothing. */
  public enum OnOrphan {
    REPORT,
    REPAIR
  }

  /** About a living workspace of which something is missing. */
  public enum OnDrift {
    REPORT,
    REBUILD,
    CLOSE
  }

  /** Tells, and leaves the rest to people. */
  public static final LedgerPolicy DEFAULT =
      new LedgerPolicy(
          OnOrphan.REPORT,
          OnDrift.REPORT,
          Duration.ofMinutes(3),
          Duration.ofSeconds(5),
          Duration.ofMinutes(15));

  public LedgerPolicy {
    Objects.requireNonNull(orphans, "orphans");
    Objects.requireNonNull(drift, "drift");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(confirmation, "confirmation");
    Objects.requireNonNull(patience, "patience");
  }
}
