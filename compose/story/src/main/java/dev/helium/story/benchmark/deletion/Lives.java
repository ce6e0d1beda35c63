package dev.helium.story.benchmark.deletion;

import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** How many workspaces have come how far, as the log says. */
final class Lives implements Hearing.Listener {
  private final Set<String> provisioned = new HashSet<>();
  private final Set<String> ready = new HashSet<>();
  private final Set<String> leaving = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private Instant firstLeaving = Instant.MAX;
  private Instant lastGone = Instant.EPOCH;
  private int failures;

  @Override
  public synchronized void heard(EventRecord record, Instant at) {
    String name = record.workspace().value();
    switch (record.event()) {
      case Event.Provisioned ignored -> provisioned.add(name);
      case Event.ReadinessChanged changed when changed.readiness() instanceof Readiness.Ready ->
          ready.add(name);
      case Event.DeletionRequested ignored -> {
        leaving.add(name);
        firstLeaving = record.time().isBefore(firstLeaving) ? record.time() : firstLeaving;
      }
      case Event.RetryScheduled ignored -> failures++;
      case Event.GaveUp ignored -> failures++;
      case Event.Deleted ignored -> {
        gone.add(name);
        lastGone = record.time().isAfter(lastGone) ? record.time() : lastGone;
      }
      case Event ignored -> {}
    }
  }

  /** Whatever has become of them since. */
  synchronized int provisioned() {
    return provisioned.size();
  }

  synchronized int ready() {
    return ready.size();
  }

  synchronized int leaving() {
    return leaving.size();
  }

  /** With a receipt. */
  synchronized int gone() {
    return gone.size();
  }

  /** Attempts that ended badly, of making and of destroying. */
  synchronized int failures() {
    return failures;
  }

  synchronized Instant firstLeaving() {
    return firstLeaving;
  }

  /** From the first deletion to the last receipt. */
  synchronized Duration took() {
    return Duration.between(firstLeaving, lastGone);
  }
}
