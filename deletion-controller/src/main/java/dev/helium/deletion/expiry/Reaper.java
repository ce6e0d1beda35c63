package dev.helium.deletion.expiry;

import dev.helium.deletion.CommandSink;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Workspace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the deletion of each workspace at the instant of its expiry; what fell due earlier goes
 * first. To be called from one event loop only.
 */
public final class Reaper {
  private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);
  private static final int MOST_UNDER_WAY = 32;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  /** The clock is looked at again at least this often, because it can be set. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

  private final ExpiryIndex index = new ExpiryIndex();
  private final Vertx vertx;
  private final CommandSink commands;
  private final InstantSource clock;
  private final Timer lag;
  private long timer = -1;
  private int underWay;
  private boolean open;

  public Reaper(Vertx vertx, CommandSink commands, InstantSource clock, MeterRegistry meters) {
    this.vertx = vertx;
    this.commands = commands;
    this.clock = clock;
    this.lag =
        Timer.builder("helium.deletion.expiry.lag")
            .description("From the instant of an expiry until its deletion is in the log")
            .register(meters);
    meters.gauge("helium.deletion.expiries", index, ExpiryIndex::size);
    meters.gauge(
        "helium.deletion.expiries.overdue", index, ignored -> index.overdue(clock.instant()));
  }

  /** Takes over what a workspace has become. */
  public void update(Workspace workspace) {
    index.update(workspace);
    arm();
  }

  /** Begins to act: before, what is known may be older than what is true. */
  public void open() {
    open = true;
    arm();
  }

  public void close() {
    open = false;
    vertx.cancelTimer(timer);
  }

  private void arm() {
    if (!open || underWay >= MOST_UNDER_WAY) {
      return;
    }
    vertx.cancelTimer(timer);
    index
        .first()
        .map(first -> Duration.between(clock.instant(), first.expiry()))
        .map(left -> left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP)
        // Rounded up: a timer that fires a fraction of a millisecond early finds nothing due.
        .map(left -> Math.max(1, left.plusNanos(999_999).toMillis()))
        .ifPresent(delay -> timer = vertx.setTimer(delay, ignored -> reap()));
  }

  private void reap() {
    while (open && underWay < MOST_UNDER_WAY) {
      Optional<Due> due = index.takeDue(clock.instant());
      if (due.isEmpty()) {
        break;
      }
      ask(due.get());
    }
    arm();
  }

  private void ask(Due due) {
    underWay++;
    commands
        .append(deletion(due))
        .onSuccess(ignored -> asked(due))
        .onFailure(failure -> askAgain(due, failure))
        .onComplete(
            ignored -> {
              underWay--;
              arm();
            });
  }

  private void asked(Due due) {
    Duration late = Duration.between(due.expiry(), clock.instant());
    lag.record(late.isNegative() ? Duration.ZERO : late);
    LOG.atInfo()
        .addKeyValue("workspace", due.workspace())
        .addKeyValue("expiry", due.expiry())
        .log("time is up; deletion asked for");
  }

  private void askAgain(Due due, Throwable failure) {
    LOG.atWarn()
        .addKeyValue("workspace", due.workspace())
        .addKeyValue("failure", failure.toString())
        .log("deletion could not be asked for and is asked for again");
    vertx.setTimer(
        PAUSE_AFTER_FAILURE.toMillis(),
        ignored -> {
          // A newer event may have said something else about it meanwhile.
          if (!index.contains(due.workspace())) {
            index.put(due);
          }
          arm();
        });
  }

  /** Named after what it acts on, so that asking twice decides nothing twice. */
  private static Command deletion(Due due) {
    Instant expiry = due.expiry();
    return new Command.Delete(
        new CommandId(
            "expire-"
                + due.workspace()
                + "-"
                + due.incarnation()
                + "-"
                + expiry.getEpochSecond()
                + "."
                + expiry.getNano()),
        due.workspace(),
        "deletion-controller",
        new DeletionReason.Expired(expiry));
  }
}
