package dev.helium.service.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.function.BooleanSupplier;

/** All that one service is measured by. */
public final class ServiceMeters {
  /** The format that every scraper understands. */
  public static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  /** The one that can show examples. */
  public static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  /** What is measured {@linkplain Examples in a span} can show that as an example. */
  public ServiceMeters(String service) {
    this.registry =
        new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, new Examples());
    registry
        .config()
        .commonTags("service", service)
        .meterFilter(Buckets.filter())
        .meterFilter(new Ceiling());
  }

  /** Where meters are registered. */
  public MeterRegistry registry() {
    return registry;
  }

  /** A Vert.x whose pools are measured. */
  public Vertx vertx(VertxOptions options) {
    return PoolMeters.vertx(options, registry);
  }

  /** Shows whether the service is ready. */
  public void show(BooleanSupplier ready) {
    Gauge.builder("helium.service.ready", ready, now -> now.getAsBoolean() ? 1 : 0)
        .description("1 when the service can do its work, as /readyz says")
        .strongReference(true)
        .register(registry);
  }

  /**
   * All that is measured, now. Asks every gauge, so it is not for an event loop.
   *
   * @param format {@link #TEXT} or {@link #OPEN_METRICS}
   */
  public String text(String format) {
    return registry.scrape(format);
  }

  /** The same, for whoever looks something up in it. */
  public Scrape scrape() {
    return Scrape.of(text(TEXT));
  }
}
