package dev.helium.deletion.clock;

import io.vertx.core.Future;
import java.time.Instant;

/** Somebody with a clock of its own. */
@FunctionalInterface
public interface Witness {
  /** What time it has, after the question; fails when it does not answer, or not in time. */
  Future<Instant> ask();
}
