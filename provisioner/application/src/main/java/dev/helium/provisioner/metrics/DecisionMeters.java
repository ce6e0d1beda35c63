package dev.helium.provisioner.metrics;

import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Workspace;
import dev.helium.service.metrics.KnownNames;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is measured of decisions, once they are in the log. */
public final class DecisionMeters {
  private final MeterRegistry meters;
  private final KnownNames backends;
  private final Timer wait;
  private final CountersBy<RefusalReason> refusals;
  private final EventMeters events;

  /**
   * @param backends of the catalogue
   */
  public DecisionMeters(MeterRegistry meters, KnownNames backends) {
    this.meters = meters;
    this.backends = backends;
    this.wait =
        Timer.builder("helium.decision")
            .description("From a command to its decision in the log")
            .register(meters);
    this.refusals =
        new CountersBy<>(
            RefusalReason.class,
            reason ->
                Counter.builder("helium.refusals")
                    .description("Commands that were refused")
                    .tag("reason", Words.of(reason))
                    .register(meters));
    this.events = new EventMeters(meters);
  }

  /**
   * Counts a command and what was decided about it.
   *
   * @param asked when the command was appended; {@link Instant#EPOCH} when that is not known
   * @param events none of one that was decided before
   */
  public void decided(
      Command command, Instant asked, Workspace before, List<LifecycleEvent> events, Instant now) {
    if (events.isEmpty()) {
      return;
    }
    Counter.builder("helium.decisions")
        .description("Commands that were decided")
        .tag("command", Words.of(command.asked().getClass()))
        .tag("outcome", outcome(events))
        .register(meters)
        .increment();
    if (!asked.equals(Instant.EPOCH)) {
      Duration waited = asked.isBefore(now) ? Duration.between(asked, now) : Duration.ZERO;
      wait.record(waited);
      events.forEach(event -> passed(event, waited));
    }
    happened(before, events);
  }

  /** Counts what an attempt came to. */
  public void reported(Workspace before, List<LifecycleEvent> events) {
    happened(before, events);
  }

  private void happened(Workspace before, List<LifecycleEvent> all) {
    for (LifecycleEvent event : all) {
      events.count(Direction.of(before), event);
      if (event instanceof Event.Refused(var refusal)) {
        refusals.count(refusal.reason());
      }
    }
  }

  private void passed(LifecycleEvent event, Duration waited) {
    if (event instanceof Event.Created created) {
      Timer.builder("helium.stage")
          .description("How long workspaces took for a stage, from the one before it")
          .tag("stage", "decided")
          .tag("backend", backends.label(created.spec().backend()))
          .register(meters)
          .record(waited);
    }
  }

  private static String outcome(List<LifecycleEvent> events) {
    if (events.stream().anyMatch(Event.Refused.class::isInstance)) {
      return "refused";
    }
    return events.stream().allMatch(Event.Unchanged.class::isInstance) ? "unchanged" : "accepted";
  }
}
