package dev.helium.deletion.clearance;

import dev.helium.deletion.CommandSink;
import dev.helium.deletion.append.SteadyAppender;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the deletion of every workspace that was there when the process started, the oldest
 * first, once for each life; where it was given up before, for another attempt. What is decided
 * about it is final: one that may not go stays. A cluster that others live in waits until these are
 * gone.
 *
 * <p>Acts on nothing before it is opened. All methods belong to the thread of the turns.
 */
public final class Clearance {
  public static final String CHECK = "all workspaces are to be deleted";

  static final int MOST_APPENDING = 64;

  private static final Logger LOG = LoggerFactory.getLogger(Clearance.class);

  private final SteadyAppender appender;
  private final Health health;
  private final Instant started;
  private final TreeSet<OrderedEnd> waiting = new TreeSet<>();
  private final Map<WorkspaceId, OrderedEnd> standing = new HashMap<>();
  private final Set<WorkspaceId> kept = new HashSet<>();
  private final Set<OrderedEnd> appending = new HashSet<>();
  private final Set<OrderedEnd.Named> asked = new HashSet<>();
  private boolean open;

  /** Takes when the process started: what began later is left alone. */
  public Clearance(CommandSink commands, Turns turns, Health health, Instant started) {
    this.health = health;
    this.started = started;
    this.appender = new SteadyAppender(commands, turns, this::say, () -> {});
  }

  /**
   * Takes in what the log now says of a workspace.
   *
   * @param tenure as if its time never came while others live in the cluster that it made
   */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    OrderedEnd before = standing.remove(workspace);
    if (before != null) {
      waiting.remove(before);
    }
    boolean waited = kept.remove(workspace);
    if (!tenure.began().isAfter(started)) {
      switch (tenure.stage()) {
        case LIVING -> living(workspace, tenure);
        case GIVEN_UP -> put(OrderedEnd.of(workspace, tenure, started));
        case NONE, LEAVING, DESTROYED, ELSEWHERE -> {}
      }
    }
    if (open && waited != kept.contains(workspace)) {
      say("it goes on");
    }
    act();
  }

  private void living(WorkspaceId workspace, Tenure tenure) {
    if (tenure.isEndless()) {
      kept.add(workspace);
    } else {
      put(OrderedEnd.of(workspace, tenure, started));
    }
  }

  private void put(OrderedEnd end) {
    standing.put(end.workspace(), end);
    if (!asked.contains(end.life())) {
      waiting.add(end);
    }
  }

  /** The order is confirmed, and the log has been read to its end. */
  public void open() {
    open = true;
    LOG.atWarn()
        .addKeyValue("workspaces", waiting.size())
        .log("every workspace is deleted, as ordered and confirmed");
    say("it begins");
    act();
  }

  /** Nothing more is asked for. */
  public void close() {
    open = false;
  }

  private void act() {
    while (open && appending.size() < MOST_APPENDING && !waiting.isEmpty()) {
      ask(waiting.removeFirst());
    }
  }

  private void ask(OrderedEnd end) {
    asked.add(end.life());
    appending.add(end);
    appender.append(
        end.command(),
        () -> open && end.equals(standing.get(end.workspace())),
        () -> {
          appending.remove(end);
          LOG.atWarn().addKeyValue("workspace", end.workspace()).log("asked for its deletion");
          say(waiting.isEmpty() && appending.isEmpty() ? "all have been asked for" : "it goes on");
          act();
        });
  }

  /** It is carried out anew at each start, so it must be seen for as long as it is set. */
  private void say(String how) {
    health.readyBut(
        CHECK,
        "%s; asked for the deletion of %d workspaces, %d to go, and %d more when nobody lives in their clusters any more; take %s away when it is done, as each start counts anew"
            .formatted(
                kept.isEmpty() ? how : "it goes on",
                asked.size() - appending.size(),
                waiting.size() + appending.size(),
                kept.size(),
                ClearanceOrder.VARIABLE));
  }
}
