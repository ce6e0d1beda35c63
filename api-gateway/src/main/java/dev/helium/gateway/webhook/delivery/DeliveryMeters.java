package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.AttemptOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** What deliveries are measured by. No webhook is named: there may be many. */
final class DeliveryMeters {
  private final MeterRegistry meters;
  private final Map<AttemptOutcome, Timer> attempts = new EnumMap<>(AttemptOutcome.class);

  DeliveryMeters(MeterRegistry meters) {
    this.meters = meters;
    for (AttemptOutcome outcome : AttemptOutcome.values()) {
      attempts.put(
          outcome,
          Timer.builder("helium.webhook.deliveries")
              .description("Tries to deliver one event to one webhook")
              .tag("outcome", outcome.word())
              .register(meters));
    }
  }

  void attempted(AttemptOutcome outcome, Duration took) {
    attempts.get(outcome).record(took);
  }

  void show(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(meters);
  }
}
