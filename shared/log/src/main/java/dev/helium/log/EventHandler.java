package dev.helium.log;

import io.vertx.core.Future;

/** Takes events in the order of their partition. */
@FunctionalInterface
public interface EventHandler {
  /** The next event is handed over when this completes; a failure stops the reading. */
  Future<Void> handle(Delivery delivery);
}
