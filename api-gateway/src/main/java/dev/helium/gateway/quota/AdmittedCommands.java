package dev.helium.gateway.quota;

import dev.helium.domain.Command;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.gateway.workspaces.Commands;
import dev.helium.log.AdmittingLog;
import dev.helium.view.WorkspaceViews;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;

/**
 * Finds out on whose account a command is before it is appended. Where nobody has a quota, nothing
 * is looked up.
 */
public final class AdmittedCommands implements Commands {
  private final AdmittingLog log;
  private final QuotaPolicy policy;
  private final WorkspaceViews views;
  private final CaughtUp caughtUp;

  public AdmittedCommands(
      AdmittingLog log, QuotaPolicy policy, WorkspaceViews views, CaughtUp caughtUp) {
    this.log = log;
    this.policy = policy;
    this.views = views;
    this.caughtUp = caughtUp;
  }

  @Override
  public Future<Void> append(Command command, TraceParent trace) {
    return command.asked() instanceof Command.Admissible admissible && !policy.isNone()
        ? Future.<Void>succeededFuture()
            .compose(
                ignored -> {
                  caughtUp.require();
                  return views.record(admissible.workspace());
                })
            .map(
                view ->
                    admissible.owner(
                        view.map(WorkspaceView::workspace)
                            .orElse(Workspace.absent(admissible.workspace()))))
            .compose(owner -> log.append(command, owner, trace))
        : log.append(command, trace);
  }
}
