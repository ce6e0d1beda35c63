package dev.helium.engine.protocol;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.concurrent.Phaser;
import java.util.function.Supplier;

/**
 * Counts the calls of a program that are under way. A program that fails leaves some behind; they
 * end before the run does, and no new one begins.
 */
final class InFlight {
  private final Phaser calls = new Phaser(1);
  private volatile boolean closed;

  <T> T during(Supplier<T> call) {
    var isOver = calls.register() < 0;
    try {
      if (isOver || closed) {
        throw new EngineException(FailureClass.CANCELLED, "the run has ended");
      }
      return call.get();
    } finally {
      if (!isOver) {
        calls.arriveAndDeregister();
      }
    }
  }

  /** Lets no new call begin and returns when the last one has ended. */
  void close() {
    if (!closed) {
      closed = true;
      calls.awaitAdvance(calls.arriveAndDeregister());
    }
  }
}
