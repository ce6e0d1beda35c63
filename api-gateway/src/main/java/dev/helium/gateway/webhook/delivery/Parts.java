package dev.helium.gateway.webhook.delivery;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What all couriers of a process share. */
record Parts(
    Vertx vertx,
    Context context,
    EventSource source,
    EventMessages messages,
    Sender sender,
    DeliverySettings settings,
    DeliveryMeters meters,
    InstantSource clock,
    RandomGenerator random) {}
