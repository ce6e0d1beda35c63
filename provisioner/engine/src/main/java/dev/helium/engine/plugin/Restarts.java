package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How soon a plugin that died is started again: at once after the first death, later and later
 * after the next ones, and for a while not at all after too many. One that lived long is forgiven.
 */
final class Restarts {
  private static final int MOST_DEATHS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONG_LIFE = Duration.ofMinutes(1);

  private final LongSupplier nanoseconds;
  private int deaths;
  private long lastStart;
  private long lastDeath;

  Restarts(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  void started() {
    lastStart = nanoseconds.getAsLong();
  }

  void died() {
    lastDeath = nanoseconds.getAsLong();
    deaths = lastDeath - lastStart >= LONG_LIFE.toNanos() ? 1 : deaths + 1;
  }

  /** How long to wait before the next start; throws while it must not be started at all. */
  Duration pause() {
    var since = Duration.ofNanos(nanoseconds.getAsLong() - lastDeath);
    if (deaths >= MOST_DEATHS && since.compareTo(LONG_LIFE) < 0) {
      throw new EngineException(
          FailureClass.PROVIDER_FAILED,
          "the plugin died "
              + deaths
              + " times in a row and is not started again for "
              + LONG_LIFE.minus(since).toSeconds()
              + " s");
    }
    if (deaths >= MOST_DEATHS) {
      deaths = 1;
    }
    var wanted = deaths < 2 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << (deaths - 2));
    return wanted.compareTo(since) > 0 ? wanted.minus(since) : Duration.ZERO;
  }
}
