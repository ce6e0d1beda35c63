package dev.helium.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what was turned away or cut off, by reason, and says so in the log: at most every ten
 * seconds for each reason, so that the log is not the next thing that is too full.
 */
public final class Sheds {
  private static final Logger LOG = LoggerFactory.getLogger(Sheds.class);
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

  /** Why. */
  public enum Reason {
    /** Requests of one name came too often. */
    RATE,
    /** Too many sign-ins of one host failed. */
    SIGN_IN,
    /** As many changes as may be are on their way to the log. */
    CHANGES,
    /** The event loop is behind. */
    LAG,
    /** There are as many connections as may be. */
    CONNECTIONS,
    /** The request was meant for another host. */
    HOST,
    /** The head of a request did not come in time. */
    HEAD,
    /** A body went on coming long after its answer. */
    BODY,
    /** Nothing was asked for over a connection. */
    IDLE,
    /** An answer was not taken. */
    STALLED
  }

  private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);
  private final Map<Reason, AtomicLong> spokenOf = new EnumMap<>(Reason.class);
  private final LongSupplier clock;

  /**
   * @param clock monotonic, in nanoseconds
   */
  public Sheds(MeterRegistry meters, LongSupplier clock) {
    this.clock = clock;
    for (Reason reason : Reason.values()) {
      counters.put(
          reason,
          Counter.builder("helium.http.shed")
              .description("Requests turned away and connections cut off to stay able to work")
              .tag("reason", word(reason))
              .register(meters));
      spokenOf.put(reason, new AtomicLong(clock.getAsLong() - PAUSE));
    }
  }

  public void count(Reason reason) {
    Counter counter = counters.get(reason);
    counter.increment();
    if (reason == Reason.IDLE) {
      // It is how most connections end.
      return;
    }
    AtomicLong spoken = spokenOf.get(reason);
    long before = spoken.get();
    long now = clock.getAsLong();
    if (now - before >= PAUSE && spoken.compareAndSet(before, now)) {
      LOG.atWarn()
          .addKeyValue("reason", word(reason))
          .addKeyValue("sinceTheStart", (long) counter.count())
          .log("turned away what was too much");
    }
  }

  private static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
