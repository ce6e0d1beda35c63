package dev.helium.watcher.publishing;

import dev.helium.domain.Event;
import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.Readiness;
import dev.helium.domain.ReasonKind;
import dev.helium.watcher.folding.Assessment;
import dev.helium.watcher.folding.Life;
import java.time.Duration;
import java.time.Instant;

/**
 * Gathers what is said of a workspace that has never been ready and only waits: each of its objects
 * that comes up would be an event, and people want to know how far it is, not each step. That it is
 * ready, or that something is wrong, is never held back. For one thread only.
 */
final class Spacing {
  static final Duration WHILE_WAITING = Duration.ofMillis(500);

  private int life;
  private int readyLife;
  private Instant next = Instant.MIN;

  /**
   * The first instant at which this may be said; one that has passed when it may at once.
   *
   * @param everReady whether it was ready before anything of it was said here
   */
  Instant earliest(Life lived, boolean everReady, Assessment seen, Instant now) {
    boolean wasReady = everReady || lived.incarnation() == readyLife;
    if (wasReady || !onlyWaits(lived, seen.readiness())) {
      return Instant.MIN;
    }
    if (lived.incarnation() != life) {
      gather(lived.incarnation(), now);
    }
    // Where the clock that events are dated by was set back, it is not waited for.
    return next.isAfter(now.plus(WHILE_WAITING)) ? Instant.MIN : next;
  }

  /** An event has been said. What leads there is said together with how it is. */
  void said(ObservationEvent event, Instant now) {
    if (event instanceof Event.ReadinessChanged seen) {
      gather(seen.incarnation(), now);
      if (seen.readiness() instanceof Readiness.Ready) {
        readyLife = life;
      }
    }
  }

  private void gather(int incarnation, Instant from) {
    life = incarnation;
    next = from.plus(WHILE_WAITING);
  }

  private static boolean onlyWaits(Life lived, Readiness readiness) {
    return lived.stage() != Life.Stage.LEAVING
        && readiness instanceof Readiness.NotReady(var reasons)
        && reasons.stream().allMatch(reason -> reason.kind() == ReasonKind.WAITING);
  }
}
