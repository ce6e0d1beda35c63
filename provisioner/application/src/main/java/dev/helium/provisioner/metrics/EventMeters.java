package dev.helium.provisioner.metrics;

import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Receipt;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what happens to workspaces. */
final class EventMeters {
  private final MeterRegistry meters;
  private final Map<Class<?>, Counter> all;
  private final FailureMeters failures;

  EventMeters(MeterRegistry meters) {
    this.meters = meters;
    this.all =
        Arrays.stream(LifecycleEvent.class.getPermittedSubclasses())
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    type ->
                        Counter.builder("helium.provisioner.events")
                            .description("Events that were written")
                            .tag("event", Words.of(type))
                            .register(meters)));
    this.failures = new FailureMeters(meters);
    for (String reason : new String[] {"requested", "expired", "swept", "drifted"}) {
      requested(reason);
    }
    ended("complete");
    ended("with-gaps");
  }

  void count(Direction direction, LifecycleEvent event) {
    all.get(event.getClass()).increment();
    switch (event) {
      case Event.RetryScheduled again -> failures.retried(direction, again.failure().kind());
      case Event.GaveUp end -> failures.gaveUp(direction, end.failure().kind());
      case Event.DeletionRequested deletion ->
          requested(Words.of(deletion.reason().getClass())).increment();
      case Event.Deleted(Receipt receipt) ->
          ended(receipt.proof().unlisted().isEmpty() ? "complete" : "with-gaps").increment();
      case LifecycleEvent ignored -> {
        // It is counted.
      }
    }
  }

  private Counter requested(String reason) {
    return Counter.builder("helium.deletions.requested")
        .description("Deletions that were decided")
        .tag("reason", reason)
        .register(meters);
  }

  private Counter ended(String receipt) {
    return Counter.builder("helium.deletions")
        .description("Deletions that have ended with a receipt")
        .tag("receipt", receipt)
        .register(meters);
  }
}
