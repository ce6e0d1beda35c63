package dev.helium.deletion.renewal;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.Attempt;
import dev.helium.deletion.CommandSink;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again for each deletion that was given up: a minute after the first failure, then after
 * twice as long each time up to an hour, without end. A person who retries comes first.
 *
 * <p>A clock that jumps only makes this come early or late, and an attempt more does no harm.
 *
 * <p>All methods belong to the thread of the turns.
 */
public final class RenewalLoop {
  static final int MOST_APPENDING = 16;
  static final Duration LONGEST_NAP = Duration.ofSeconds(30);
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(RenewalLoop.class);

  private final CommandSink commands;
  private final Turns turns;
  private final InstantSource clock;
  private final Map<WorkspaceId, Renewal> byWorkspace = new HashMap<>();
  private final NavigableSet<Renewal> inOrder = new TreeSet<>();
  private final Alarm alarm;
  private boolean open;
  private int appending;

  public RenewalLoop(CommandSink commands, Turns turns, InstantSource clock, MeterRegistry meters) {
    this.commands = commands;
    this.turns = turns;
    this.alarm = new Alarm(turns);
    this.clock = clock;
    Gauge.builder("helium.deletion.failed", byWorkspace, Map::size)
        .description("Workspaces whose deletion was given up and is asked for again")
        .register(meters);
  }

  /** Takes in what the log now says of a workspace. */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    Renewal known = byWorkspace.remove(workspace);
    if (known != null) {
      inOrder.remove(known);
    }
    if (tenure.stage() == Tenure.Stage.GIVEN_UP) {
      put(Renewal.of(workspace, tenure));
    }
    if (known != null || tenure.stage() == Tenure.Stage.GIVEN_UP) {
      act();
    }
  }

  /** The log has been read to its end: what is due may be asked for. */
  public void open() {
    open = true;
    act();
  }

  /** Nothing more is asked for. */
  public void close() {
    open = false;
    alarm.clear();
  }

  private void put(Renewal renewal) {
    byWorkspace.put(renewal.workspace(), renewal);
    inOrder.add(renewal);
  }

  private void act() {
    if (!open) {
      return;
    }
    Instant now = clock.instant();
    while (appending < MOST_APPENDING && !inOrder.isEmpty() && !inOrder.first().at().isAfter(now)) {
      append(inOrder.removeFirst());
    }
    alarm.clear();
    if (appending < MOST_APPENDING && !inOrder.isEmpty()) {
      alarm.set(Alarm.until(now, inOrder.first().at(), LONGEST_NAP), this::act);
    }
  }

  private void append(Renewal renewal) {
    appending++;
    Attempt.of(() -> commands.append(renewal.command()))
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      appending--;
                      if (result.failed()) {
                        again(renewal, result.cause());
                      } else {
                        LOG.atInfo()
                            .addKeyValue("workspace", renewal.workspace())
                            .addKeyValue("attempt", renewal.attempt())
                            .log("its deletion was given up; asked for it again");
                      }
                      act();
                    }));
  }

  /** Unless the log has gone on since. */
  private void again(Renewal renewal, Throwable cause) {
    LOG.atWarn()
        .addKeyValue("workspace", renewal.workspace())
        .addKeyValue("failure", cause.toString())
        .log("a deletion could not be asked for again and is in a moment");
    if (renewal.equals(byWorkspace.get(renewal.workspace()))) {
      put(renewal.later(clock.instant().plus(PAUSE_AFTER_FAILURE)));
    }
  }
}
