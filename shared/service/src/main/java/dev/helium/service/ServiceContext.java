package dev.helium.service;

import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;

/** What the launcher lends to a service. */
public record ServiceContext(Vertx vertx, Health health, MeterRegistry meters, Tracing tracing) {
  /** Without traces. */
  public ServiceContext(Vertx vertx, Health health, MeterRegistry meters) {
    this(vertx, health, meters, Tracing.off());
  }
}
