package dev.helium.watcher.publishing;

import dev.helium.domain.Ending;
import dev.helium.domain.Making;
import dev.helium.domain.Timeline;
import dev.helium.service.metrics.KnownNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures how long the stages of a life take, each when it is passed. The cluster notes the
 * instants of pods to the second, and clocks of writers differ, so no stage takes less than
 * nothing.
 */
final class Funnel {
  private final MeterRegistry meters;
  private final KnownNames backends;

  /**
   * @param backends of the catalogue
   */
  Funnel(MeterRegistry meters, KnownNames backends) {
    this.meters = meters;
    this.backends = backends;
  }

  /** Takes in what a life has come to. */
  void passed(Course before, Course after) {
    making(before, after);
    ending(before.timeline().ending(), after.timeline().ending(), after.backend());
  }

  private void making(Course before, Course after) {
    Making was = before.timeline().making();
    Making is = after.timeline().making();
    if (!is.creation() || (was.requested().equals(is.requested()) && before.everReady())) {
      return;
    }
    if (isNew(was.applied(), is.applied())) {
      stage("applied", after.backend(), is.requested(), is.applied());
    }
    if (after.everReady() && isKnown(is.ready())) {
      Instant from = is.applied();
      from = pods("scheduled", after.backend(), from, is.scheduled(), is.ready());
      from = pods("images", after.backend(), from, is.started(), is.ready());
      stage("ready", after.backend(), from, is.ready());
      Timer.builder("helium.time.to.ready")
          .description("From the decided request to ready")
          .tag("backend", backends.label(after.backend()))
          .register(meters)
          .record(between(is.requested(), is.ready()));
    }
  }

  private void ending(Ending was, Ending is, String backend) {
    if (isNew(was.destroyed(), is.destroyed())) {
      stage("destroyed", backend, is.requested(), is.destroyed());
    }
    if (isNew(was.deleted(), is.deleted())) {
      stage("deleted", backend, is.destroyed(), is.deleted());
    }
  }

  /** Returns where the next stage begins; one that nobody noted is left out. */
  private Instant pods(String stage, String backend, Instant from, Instant until, Instant last) {
    if (!isKnown(until)) {
      return from;
    }
    Instant end = until.isAfter(last) ? last : until;
    stage(stage, backend, from, end);
    return end.isAfter(from) ? end : from;
  }

  private void stage(String stage, String backend, Instant from, Instant until) {
    Timer.builder("helium.stage")
        .description("How long workspaces took for a stage, from the one before it")
        .tag("stage", stage)
        .tag("backend", backends.label(backend))
        .register(meters)
        .record(between(from, until));
  }

  private static boolean isNew(Instant was, Instant is) {
    return isKnown(is) && !is.equals(was);
  }

  private static boolean isKnown(Instant instant) {
    return !instant.equals(Timeline.UNKNOWN);
  }

  private static Duration between(Instant from, Instant until) {
    return isKnown(from) && from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
  }
}
