package dev.helium.deletion.renewal;

import dev.helium.deletion.tenure.Leaving;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.Backoff;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * When a deletion that was given up is asked for again. The earliest comes first.
 *
 * @param attempt the one that failed: another one, of whoever asks first, makes this one idle
 */
record Renewal(Instant at, WorkspaceId workspace, int incarnation, int attempt)
    implements Comparable<Renewal> {
  private static final Backoff PAUSES = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

  private static final Comparator<Renewal> EARLIEST_FIRST =
      Comparator.comparing(Renewal::at)
          .thenComparing(Renewal::workspace)
          .thenComparingInt(Renewal::attempt);

  Renewal {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(workspace, "workspace");
  }

  /** Of a deletion that was given up. */
  static Renewal of(WorkspaceId workspace, Tenure tenure) {
    Leaving leaving = tenure.leaving();
    return new Renewal(
        leaving.failed().plus(PAUSES.pauseAfter(Math.max(1, leaving.failures()))),
        workspace,
        tenure.incarnation(),
        leaving.attempt());
  }

  /** The same command however often it is asked for, so that it is decided once. */
  Command.Retry command() {
    return new Command.Retry(
        new CommandId("renew-" + workspace + "-" + incarnation + "-" + attempt),
        workspace,
        Leaving.CONTROLLER,
        attempt);
  }

  Renewal later(Instant time) {
    return new Renewal(time, workspace, incarnation, attempt);
  }

  @Override
  public int compareTo(Renewal other) {
    return EARLIEST_FIRST.compare(this, other);
  }
}
