package dev.helium.deletion.warning;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.CommandSink;
import dev.helium.deletion.append.SteadyAppender;
import dev.helium.deletion.clock.TrustedClock;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.WarningLeads;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends a command for each announcement at its instant. What is late is looked at again before it
 * is said: of several that fell due meanwhile only the nearest is made, and none after the end.
 * While the clock is not trusted nothing is due, and nothing is too late.
 *
 * <p>All methods belong to the thread of the turns.
 */
public final class WarningLoop {
  static final Duration LONGEST_NAP = Duration.ofSeconds(1);
  static final int MOST_APPENDING = 16;

  private static final Logger LOG = LoggerFactory.getLogger(WarningLoop.class);

  private final SteadyAppender appender;
  private final TrustedClock clock;
  private final WarningLeads leads;
  private final Counter said;
  private final NavigableSet<Warning> inOrder = new TreeSet<>();
  private final Map<WorkspaceId, Warning> waiting = new HashMap<>();
  private final Map<WorkspaceId, Warning> appending = new HashMap<>();

  /** What is to be planned when it is known what time it is. */
  private final Map<WorkspaceId, Plan> unplanned = new LinkedHashMap<>();

  private final Alarm alarm;
  private boolean open;

  public WarningLoop(
      CommandSink commands,
      Turns turns,
      TrustedClock clock,
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
    unplanned.put(workspace, new Plan(tenure, tenure.ending().announced()));
    act();
  }

  private record Plan(Tenure tenure, Duration announced) {}

  /** The log has been read to its end: what is due may be said. */
  public void open() {
    open = true;
    act();
  }

  /** The clock may be trusted again. */
  public void wake() {
    act();
  }

  /** Nothing more is said. */
  public void close() {
    open = false;
    alarm.clear();
  }

  private void plan(WorkspaceId workspace, Plan plan, Instant now) {
    Warning.next(workspace, plan.tenure(), plan.announced(), leads, now)
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
    Optional<Instant> time = clock.now();
    if (time.isEmpty()) {
      // Whoever trusts the clock again wakes this.
      alarm.clear();
      return;
    }
    Instant now = time.get();
    unplanned.forEach((workspace, plan) -> plan(workspace, plan, now));
    unplanned.clear();
    announce(now);
  }

  private void announce(Instant now) {
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
      unplanned.put(warning.workspace(), new Plan(warning.tenure(), warning.lead()));
    }
    act();
  }

  /** For as long as there is something to say. */
  private boolean isWanted(Warning warning) {
    return open
        && warning.equals(appending.get(warning.workspace()))
        && clock.now().map(now -> warning.tenure().endsAt().isAfter(now)).orElse(true);
  }

  private void drop(Warning warning) {
    appending.remove(warning.workspace(), warning);
    act();
  }
}
