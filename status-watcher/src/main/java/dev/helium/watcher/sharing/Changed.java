package dev.helium.watcher.sharing;

import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.Event.ReadinessChanged;
import dev.helium.domain.Readiness;
import dev.helium.wire.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * That a workspace's objects have been made or changed, as part of a trace.
 *
 * @param trace the span that did it
 * @param at when it was done
 * @param ready whether the workspace has been seen ready since, or stayed so
 */
record Changed(TraceParent trace, Instant at, boolean ready) {
  /** Of what nobody traces. */
  static final Changed UNTRACED = new Changed(TraceParent.NONE, Instant.EPOCH, true);

  /** What is not ready any more after that is so for another reason than the change. */
  private static final Duration LONGEST_EFFECT = Duration.ofMinutes(1);

  Changed {
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(at, "at");
  }

  /** After something was seen of the workspace. */
  Changed after(ObservationEvent event, Instant time) {
    if (!(event instanceof ReadinessChanged seen)) {
      return this;
    }
    return switch (seen.readiness()) {
      case Readiness.Ready ignored -> new Changed(trace, at, true);
      case Readiness.NotReady ignored ->
          new Changed(trace, at, ready && time.isAfter(at.plus(LONGEST_EFFECT)));
      case Readiness.Unknown ignored -> this;
    };
  }

  /** Whether an event says for the first time since the change that it is ready. */
  boolean becomesReadyBy(ObservationEvent event) {
    return !ready
        && event instanceof ReadinessChanged seen
        && seen.readiness() instanceof Readiness.Ready;
  }
}
