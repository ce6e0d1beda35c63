package dev.helium.deletion.clearance;

import dev.helium.deletion.CommandSink;
import dev.helium.deletion.append.SteadyAppender;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the deletion of every workspace that was there when the process started, the oldest
 * first, once for each life. What is decided about it is final: one that may not go stays.
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
  private final TreeSet<Life> waiting = new TreeSet<>();
  private final Map<WorkspaceId, Life> living = new HashMap<>();
  private final Set<Life> appending = new TreeSet<>();
  private final Set<Life> asked = new TreeSet<>();
  private boolean open;

  /** Takes when the process started: what began later is left alone. */
  public Clearance(CommandSink commands, Turns turns, Health health, Instant started) {
    this.health = health;
    this.started = started;
    this.appender = new SteadyAppender(commands, turns, this::say, () -> {});
  }

  /** Takes in what the log now says of a workspace. */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    Life before = living.remove(workspace);
    if (before != null) {
      waiting.remove(before);
    }
    if (tenure.stage() == Tenure.Stage.LIVING && !tenure.began().isAfter(started)) {
      Life life = new Life(tenure.began(), workspace, tenure.incarnation());
      living.put(workspace, life);
      if (!asked.contains(life)) {
        waiting.add(life);
      }
    }
    act();
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

  private void ask(Life life) {
    asked.add(life);
    appending.add(life);
    appender.append(
        life.command(),
        () -> open && life.equals(living.get(life.workspace())),
        () -> {
          appending.remove(life);
          LOG.atWarn().addKeyValue("workspace", life.workspace()).log("asked for its deletion");
          say(waiting.isEmpty() && appending.isEmpty() ? "all have been asked for" : "it goes on");
          act();
        });
  }

  /** It is carried out anew at each start, so it must be seen for as long as it is set. */
  private void say(String how) {
    health.readyBut(
        CHECK,
        "%s; asked for the deletion of %d workspaces, %d to go; take %s away when it is done, as each start counts anew"
            .formatted(
                how,
                asked.size() - appending.size(),
                waiting.size() + appending.size(),
                ClearanceOrder.VARIABLE));
  }
}
