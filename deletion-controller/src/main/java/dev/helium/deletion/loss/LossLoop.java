package dev.helium.deletion.loss;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.CommandSink;
import dev.helium.deletion.append.SteadyAppender;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports of each workspace that is on its way out of a cluster when that cluster is proven gone,
 * once for each life: what is recorded of it there can never be destroyed.
 *
 * <p>The evidence comes with time, from files and from other workspaces, so it is looked at every
 * {@link #NAP} while anybody is on the way out of a further cluster. All methods belong to the
 * thread of the turns.
 */
public final class LossLoop {
  static final Duration NAP = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(LossLoop.class);

  private final Function<ClusterName, Optional<String>> lost;
  private final SteadyAppender appender;
  private final Map<WorkspaceId, Tenure> leaving = new HashMap<>();
  private final Set<CommandId> asked = new HashSet<>();
  private final Alarm alarm;
  private boolean open;

  /**
   * Acts on nothing before it is opened.
   *
   * @param lost what says that a cluster is gone; empty while it may be there
   */
  public LossLoop(Function<ClusterName, Optional<String>> lost, CommandSink commands, Turns turns) {
    this.lost = lost;
    this.appender = new SteadyAppender(commands, turns, why -> {}, () -> {});
    this.alarm = new Alarm(turns);
  }

  /** Takes in what the log now says of a workspace. */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    if (isLeaving(tenure) && !tenure.cluster().isDefault()) {
      leaving.put(workspace, tenure);
      look();
    } else {
      leaving.remove(workspace);
    }
  }

  /** The log has been read to its end. */
  public void open() {
    open = true;
    look();
  }

  /** Nothing more is said. */
  public void close() {
    open = false;
    alarm.clear();
  }

  private static boolean isLeaving(Tenure tenure) {
    return switch (tenure.stage()) {
      case LEAVING, GIVEN_UP -> true;
      case NONE, LIVING, DESTROYED, ELSEWHERE -> false;
    };
  }

  private void look() {
    if (!open || leaving.isEmpty()) {
      return;
    }
    leaving.forEach(
        (workspace, tenure) ->
            lost.apply(tenure.cluster())
                .map(evidence -> report(workspace, tenure, evidence))
                .filter(report -> asked.add(report.id()))
                .ifPresent(report -> ask(report, tenure)));
    alarm.set(NAP, this::look);
  }

  private void ask(Command.ReportClusterGone report, Tenure tenure) {
    LOG.atWarn()
        .addKeyValue("workspace", report.workspace())
        .addKeyValue("cluster", tenure.cluster())
        .addKeyValue("evidence", report.evidence())
        .log("it cannot be destroyed in a cluster that is gone; said so");
    appender.append(
        report,
        () -> open && isStillLeaving(report),
        () -> {
          if (!isStillLeaving(report)) {
            asked.remove(report.id());
          }
        });
  }

  private boolean isStillLeaving(Command.ReportClusterGone report) {
    Tenure known = leaving.get(report.workspace());
    return known != null && known.incarnation() == report.incarnation();
  }

  /** The same command however often it is said. */
  private static Command.ReportClusterGone report(
      WorkspaceId workspace, Tenure tenure, String evidence) {
    return new Command.ReportClusterGone(
        new CommandId("lost-" + workspace + "-" + tenure.incarnation()),
        workspace,
        tenure.incarnation(),
        evidence);
  }
}
