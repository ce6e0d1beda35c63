package dev.helium.deletion.clock;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.Attempt;
import dev.helium.domain.Backoff;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the time to those who act on it, as long as it can be believed.
 *
 * <p>The clocks are read each time somebody asks and every {@link #LOOK}. While the wall clock is
 * not trusted a witness is asked, again and again with pauses up to {@link #LONGEST_PAUSE} and
 * without limit; while it is, every {@link #RENEWAL}, so that small corrections of the wall clock
 * do not add up to a jump.
 *
 * <p>All methods belong to the thread of the turns.
 */
public final class ClockWatch implements TrustedClock {
  public static final String CHECK = "the clock is trusted";

  static final Duration LOOK = Duration.ofMillis(500);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  static final Duration RENEWAL = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), LONGEST_PAUSE);

  private final ClockGuard guard;
  private final Supplier<Reading> clocks;
  private final Witness witness;
  private final Turns turns;
  private final Health health;
  private final Counter jumps;
  private Belief belief = new Belief.Unwitnessed();
  private Runnable trusted = ClockWatch::nobody;
  private final Alarm alarm;
  private boolean asking;
  private int questions;
  private Reading askAfter;
  private String unanswered = "";

  public ClockWatch(
      ClockGuard guard,
      Supplier<Reading> clocks,
      Witness witness,
      Turns turns,
      Health health,
      MeterRegistry meters) {
    this.guard = guard;
    this.clocks = clocks;
    this.witness = witness;
    this.turns = turns;
    this.alarm = new Alarm(turns);
    this.health = health;
    this.askAfter = clocks.get();
    this.jumps =
        Counter.builder("helium.deletion.clock.jumps")
            .description("Times that the wall clock jumped, or that the broker had another one")
            .register(meters);
    Gauge.builder("helium.deletion.clock.held", this, watch -> watch.isTrusted() ? 0 : 1)
        .description("1 while no expiry is acted on because the clock is not trusted")
        .register(meters);
    health.expect(CHECK);
  }

  /**
   * Begins to look.
   *
   * @param trusted run each time that the clock can be believed again
   */
  public void open(Runnable trusted) {
    this.trusted = trusted;
    look();
  }

  /** Nothing is looked at any more. */
  public void close() {
    alarm.clear();
    trusted = ClockWatch::nobody;
  }

  @Override
  public Optional<Instant> now() {
    Reading reading = clocks.get();
    learn(new Evidence.Read(reading));
    return isTrusted() ? Optional.of(reading.wall()) : Optional.empty();
  }

  private boolean isTrusted() {
    return belief instanceof Belief.Trusted;
  }

  private void look() {
    learn(new Evidence.Read(clocks.get()));
    alarm.set(LOOK, this::look);
    askIfDue();
  }

  private void askIfDue() {
    Reading asked = clocks.get();
    if (asking || askAfter.until(asked).isNegative()) {
      return;
    }
    asking = true;
    Attempt.of(witness::ask)
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      asking = false;
                      if (result.succeeded()) {
                        answered(asked, result.result());
                      } else {
                        unanswered(result.cause());
                      }
                    }));
  }

  private void answered(Reading asked, Instant said) {
    unanswered = "";
    learn(new Evidence.Testimony(asked, clocks.get(), said));
    plan();
  }

  private void unanswered(Throwable cause) {
    unanswered = "; the broker does not answer: " + cause.getClass().getSimpleName();
    plan();
    say();
  }

  private void plan() {
    questions = isTrusted() ? 0 : questions + 1;
    askLater(isTrusted() ? RENEWAL : BACKOFF.pauseAfter(questions));
  }

  private void askLater(Duration pause) {
    Reading now = clocks.get();
    askAfter = new Reading(now.wall(), now.ticks() + pause.toNanos());
  }

  private void learn(Evidence evidence) {
    Belief before = belief;
    belief = guard.after(before, evidence);
    boolean wasTrusted = before instanceof Belief.Trusted;
    if (before.equals(belief)) {
      return;
    }
    say();
    if (wasTrusted && !isTrusted()) {
      jumps.increment();
      askLater(Duration.ZERO);
      LOG.atError()
          .addKeyValue("why", Distrust.of(belief))
          .log("the clock is not trusted; no expiry is acted on");
    } else if (!wasTrusted && isTrusted()) {
      LOG.atInfo().log("the clock is witnessed; expiries are acted on");
      turns.soon(trusted);
    }
  }

  private void say() {
    if (isTrusted()) {
      health.ready(CHECK);
    } else {
      health.notReady(CHECK, Distrust.of(belief) + unanswered);
    }
  }

  private static void nobody() {}
}
