package dev.helium.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;

/** What the launcher lends to a service. */
public record ServiceContext(Vertx vertx, Health health, MeterRegistry meters) {}
