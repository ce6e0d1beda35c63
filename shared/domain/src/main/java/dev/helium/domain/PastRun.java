package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A creation that came to be ready at its first attempt: what others of its backend can expect.
 *
 * @param took from the decision to readiness
 */
public record PastRun(
    String backend, WorkspaceId workspace, int incarnation, Instant readyAt, Duration took) {
  public PastRun {
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(readyAt, "readyAt");
    Objects.requireNonNull(took, "took");
  }

  /**
   * Empty for a workspace that is not ready yet, needed more than one attempt, or was changed
   * since. What clocks of two writers leave of less than nothing counts as nothing.
   */
  public static Optional<PastRun> of(WorkspaceView view) {
    Making making = view.timeline().making();
    if (!making.creation() || making.attempts() != 1 || !making.isReady()) {
      return Optional.empty();
    }
    Duration took = Duration.between(making.requested(), making.ready());
    return Optional.of(
        new PastRun(
            view.workspace().spec().backend(),
            view.workspace().id(),
            view.workspace().incarnation(),
            making.ready(),
            took.isNegative() ? Duration.ZERO : took));
  }
}
