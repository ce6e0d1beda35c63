package dev.helium.deletion.expiry;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.CommandSink;
import dev.helium.deletion.append.SteadyAppender;
import dev.helium.deletion.clock.TrustedClock;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends a delete command for each workspace at the instant of its expiry, the longest overdue
 * first.
 *
 * <p>There is one timer, on the next instant, and it never sleeps longer than {@link #LONGEST_NAP}:
 * after each nap the clock is read again, so a clock that was set, or a machine that slept, costs
 * no more than that. A command that could not be appended is appended again for as long as it is
 * still what the log asks for; its id makes the second one mean nothing. While the clock is not
 * trusted nothing falls due.
 *
 * <p>All methods belong to the thread of the turns.
 */
public final class ExpiryLoop {
  public static final String CHECK = "expiries are acted on";

  static final Duration LONGEST_NAP = Duration.ofMillis(500);
  static final int MOST_APPENDING = 64;

  private static final Logger LOG = LoggerFactory.getLogger(ExpiryLoop.class);

  private final SteadyAppender appender;
  private final TrustedClock clock;
  private final Health health;
  private final Timer lag;
  private final ExpiryIndex index = new ExpiryIndex();
  private final Map<WorkspaceId, Due> appending = new HashMap<>();
  private final Alarm alarm;
  private boolean open;

  public ExpiryLoop(
      CommandSink commands, Turns turns, TrustedClock clock, Health health, MeterRegistry meters) {
    this.appender =
        new SteadyAppender(
            commands, turns, why -> health.notReady(CHECK, why), () -> health.ready(CHECK));
    this.alarm = new Alarm(turns);
    this.clock = clock;
    this.health = health;
    this.lag =
        Timer.builder("helium.deletion.expiry.lag")
            .description("From the instant of expiry to the delete command in the log")
            .register(meters);
    Gauge.builder("helium.deletion.expiries", index, ExpiryIndex::size)
        .description("Workspaces that will expire")
        .register(meters);
    Gauge.builder("helium.deletion.expiries.appending", appending, Map::size)
        .description("Delete commands that are being appended")
        .register(meters);
    health.expect(CHECK);
    health.ready(CHECK);
  }

  /** Takes in what the log now says of a workspace. */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    Due due = Due.of(workspace, tenure);
    if (tenure.stage() != Tenure.Stage.LIVING) {
      index.remove(workspace);
      appending.remove(workspace);
    } else if (!due.equals(appending.get(workspace))) {
      appending.remove(workspace);
      index.put(due);
    }
    act();
  }

  /** The log has been read to its end: what is due may be acted on. */
  public void open() {
    open = true;
    act();
  }

  /** The clock may be trusted again, so what is due need not wait for the end of a nap. */
  public void wake() {
    act();
  }

  /** Nothing more is asked for. */
  public void close() {
    open = false;
    alarm.clear();
  }

  private void act() {
    if (!open) {
      return;
    }
    Optional<Instant> time = clock.now();
    if (time.isEmpty()) {
      alarm.set(LONGEST_NAP, this::act);
      return;
    }
    Instant now = time.get();
    while (appending.size() < MOST_APPENDING) {
      Optional<Due> due = index.takeDue(now);
      if (due.isEmpty()) {
        break;
      }
      appending.put(due.get().workspace(), due.get());
      append(due.get());
    }
    arm(now);
  }

  private void arm(Instant now) {
    alarm.clear();
    if (appending.size() >= MOST_APPENDING) {
      // The end of an append goes on.
      return;
    }
    index.next().ifPresent(next -> alarm.set(Alarm.until(now, next, LONGEST_NAP), this::act));
  }

  private void append(Due due) {
    appender.append(
        due.command(),
        () -> open && due.equals(appending.get(due.workspace())),
        () -> appended(due),
        this::dropped);
  }

  private void appended(Due due) {
    clock.now().ifPresent(now -> measure(due, now));
    LOG.atInfo()
        .addKeyValue("workspace", due.workspace())
        .addKeyValue("expiry", due.at())
        .log("time is up; asked for deletion");
    appending.remove(due.workspace(), due);
    act();
  }

  private void measure(Due due, Instant now) {
    Duration late = Duration.between(due.at(), now);
    lag.record(late.isNegative() ? Duration.ZERO : late);
  }

  /** Extended, or deleted by somebody else, since it fell due. */
  private void dropped() {
    if (appending.isEmpty()) {
      health.ready(CHECK);
    }
    act();
  }
}
