package dev.helium.deletion.warning;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.CommandSink;
import dev.helium.deletion.append.SteadyAppender;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.WarningLeads;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.Counter;
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
 * Appends a command for each announcement at its instant. What is late is looked at again before it
 * is said: of several that fell due meanwhile only the nearest is made, and none after the end.
 *
 * <p>All methods belong to the thread of the turns.
 */
public final class WarningLoop {
  static final Duration LONGEST_NAP = Duration.ofSeconds(1);
  static final int MOST_APPENDING = 16;

  private static final Logger LOG = LoggerFactory.getLogger(WarningLoop.class);

  private final SteadyAppender appender;
  private final InstantSource clock;
  private final WarningLeads leads;
  private final Counter said;
  private final NavigableSet<Warning> inOrder = new TreeSet<>();
  private final Map<WorkspaceId, Warning> waiting = new HashMap<>();
  private final Map<WorkspaceId, Warning> appending = new HashMap<>();
  private final Alarm alarm;
  private boolean open;

  public WarningLoop(
      CommandSink commands,
      Turns turns,
      InstantSource clock,
      WarningLeads leads,
      MeterRegistry meters) {
    // Every other loop shows that the log takes no commands.
    this.appender = new SteadyAppender(commands, turns, why -> {}, () -> {});
    this.alarm = new Alarm(turns);
    this.clock = clock;
    this.leads = leads;
    this.said =
        Counter.builder("helium.deletion.warnings")
            .description("Announcements that a workspace ends soon, in the log")
            .register(meters);
    Gauge.builder("helium.deletion.warnings.waiting", waiting, Map::size)
        .description("Workspaces whose end is to be announced")
        .register(meters);
  }

  /** Takes in what the log now says of a workspace. */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    forget(workspace);
    appending.remove(workspace);
    plan(workspace, tenure, tenure.ending().announced());
    act();
  }

  /** The log has been read to its end: what is due may be said. */
  public void open() {
    open = true;
    act();
  }

  /** Nothing more is said. */
  public void close() {
    open = false;
    alarm.clear();
  }

  private void plan(WorkspaceId workspace, Tenure tenure, Duration announced) {
    Warning.next(workspace, tenure, announced, leads, clock.instant())
        .ifPresent(
            warning -> {
              waiting.put(workspace, warning);
              inOrder.add(warning);
            });
  }

  private void forget(WorkspaceId workspace) {
    Warning known = waiting.remove(workspace);
    if (known != null) {
      inOrder.remove(known);
    }
  }

  private void act() {
    if (!open) {
      return;
    }
    Instant now = clock.instant();
    while (appending.size() < MOST_APPENDING
        && !inOrder.isEmpty()
        && !inOrder.first().at().isAfter(now)) {
      Warning due = inOrder.first();
      forget(due.workspace());
      Warning.next(due.workspace(), due.tenure(), due.tenure().ending().announced(), leads, now)
          .ifPresent(this::begin);
    }
    arm(now);
  }

  private void begin(Warning warning) {
    appending.put(warning.workspace(), warning);
    appender.append(
        warning.command(), () -> isWanted(warning), () -> appended(warning), () -> drop(warning));
  }

  private void arm(Instant now) {
    alarm.clear();
    if (appending.size() < MOST_APPENDING && !inOrder.isEmpty()) {
      alarm.set(Alarm.until(now, inOrder.first().at(), LONGEST_NAP), this::act);
    }
  }

  private void appended(Warning warning) {
    said.increment();
    LOG.atInfo()
        .addKeyValue("workspace", warning.workspace())
        .addKeyValue("end", warning.tenure().endsAt())
        .addKeyValue("lead", warning.lead())
        .log("a workspace ends soon; asked to announce it");
    if (appending.remove(warning.workspace(), warning)) {
      plan(warning.workspace(), warning.tenure(), warning.lead());
    }
    act();
  }

  /** For as long as there is something to say. */
  private boolean isWanted(Warning warning) {
    return open
        && warning.equals(appending.get(warning.workspace()))
        && warning.tenure().endsAt().isAfter(clock.instant());
  }

  private void drop(Warning warning) {
    appending.remove(warning.workspace(), warning);
    act();
  }
}
