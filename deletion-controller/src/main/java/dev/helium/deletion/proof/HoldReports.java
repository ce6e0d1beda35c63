package dev.helium.deletion.proof;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.Attempt;
import dev.helium.deletion.CommandSink;
import dev.helium.domain.Holdup;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of destroyed workspaces what keeps them from being gone: first after {@link Held#FIRST}, and
 * then when it changes, not more often than every half minute, and ever less often. Of all
 * workspaces together one is spoken of every {@link #PACE}, so that ten thousand that are on their
 * way do not fill the log.
 *
 * <p>All methods belong to the thread of the turns.
 */
final class HoldReports {
  static final Duration PACE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(HoldReports.class);

  private final CommandSink commands;
  private final Turns turns;
  private final InstantSource clock;
  private final Map<WorkspaceId, Held> byWorkspace = new HashMap<>();
  private final NavigableSet<Held> news = new TreeSet<>();
  private final Alarm alarm;
  private boolean open;
  private boolean resting;

  HoldReports(CommandSink commands, Turns turns, InstantSource clock) {
    this.commands = commands;
    this.turns = turns;
    this.alarm = new Alarm(turns);
    this.clock = clock;
  }

  /**
   * One was destroyed, or is known to have been.
   *
   * @param said what the log says holds it
   */
  void begin(Candidate candidate, Holdup said) {
    Held known = byWorkspace.get(candidate.workspace());
    if (known == null || !known.candidate().equals(candidate)) {
      put(Held.first(candidate, said, clock.instant()));
    }
  }

  /** It was looked for and is not gone. */
  void see(Candidate candidate, List<String> by) {
    Held known = byWorkspace.get(candidate.workspace());
    if (known != null && known.candidate().equals(candidate)) {
      put(known.seeing(by, clock.instant()));
      act();
    }
  }

  /** There is nothing more to say of it. */
  void end(WorkspaceId workspace) {
    Held known = byWorkspace.remove(workspace);
    if (known != null) {
      news.remove(known);
    }
  }

  void open() {
    open = true;
    act();
  }

  void close() {
    open = false;
    alarm.clear();
  }

  private void put(Held held) {
    end(held.candidate().workspace());
    byWorkspace.put(held.candidate().workspace(), held);
    if (held.hasNews()) {
      news.add(held);
    }
  }

  private void act() {
    if (!open || resting || news.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Held next = news.first();
    Instant due = next.due(now);
    if (due.isAfter(now)) {
      alarm.set(Alarm.until(now, due), this::act);
      return;
    }
    say(next);
  }

  private void say(Held held) {
    put(held.saying(clock.instant()));
    resting = true;
    Attempt.of(() -> commands.append(held.command()))
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      if (result.failed()) {
                        unsaid(held, result.cause());
                      }
                      alarm.set(PACE, this::goOn);
                    }));
  }

  private void goOn() {
    resting = false;
    act();
  }

  private void unsaid(Held held, Throwable cause) {
    LOG.atWarn()
        .addKeyValue("workspace", held.candidate().workspace())
        .addKeyValue("failure", cause.toString())
        .log("what holds a deletion up could not be said and is said later");
    Held known = byWorkspace.get(held.candidate().workspace());
    if (known != null && known.candidate().equals(held.candidate())) {
      put(held.seeing(known.seen().by(), known.seen().since()).putOff(clock.instant()));
    }
  }
}
