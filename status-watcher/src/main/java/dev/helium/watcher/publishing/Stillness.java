package dev.helium.watcher.publishing;

import dev.helium.domain.Readiness;
import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Assessment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holds back that a workspace is ready until it has been so for its time. For one thread only. */
final class Stillness {
  /**
   * What a program has changed last may reach the log sooner than the cluster's watch shows it:
   * until something of it is seen, or this has passed, nothing that stands is believed.
   */
  static final Duration AFTER_A_CHANGE = Duration.ofMillis(500);

  private Instant since = Instant.MAX;
  private boolean changed;

  /** A program has just run to its end over what stood before. */
  void changed() {
    changed = true;
    since = Instant.MAX;
  }

  /**
   * What is to be said of what is seen.
   *
   * @param said whether the log has already that it is ready
   */
  Assessment hold(
      WorkspaceId workspace, Assessment seen, boolean said, Duration settle, Instant now) {
    if (!(seen.readiness() instanceof Readiness.Ready)) {
      since = Instant.MAX;
      changed = false;
      return seen;
    }
    if (since.equals(Instant.MAX)) {
      since = now;
    }
    Duration needed = changed && settle.compareTo(AFTER_A_CHANGE) < 0 ? AFTER_A_CHANGE : settle;
    Instant until = since.plus(needed);
    if (said || !now.isBefore(until)) {
      changed = false;
      return seen;
    }
    return seen.with(settling(workspace, needed), until);
  }

  private static Readiness settling(WorkspaceId workspace, Duration needed) {
    return new Readiness.NotReady(
        List.of(
            new Reason(
                ReadinessCode.SETTLING.kind(),
                "Namespace/" + workspace,
                ReadinessCode.SETTLING.word(),
                "all is fine, and has to stay so for " + needed)));
  }
}
