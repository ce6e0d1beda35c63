package dev.helium.provisioner.admission;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Receipt;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandLog;
import dev.helium.provisioner.decide.Consequences;
import dev.helium.provisioner.decide.Owner;
import dev.helium.wire.TraceParent;
import java.time.Instant;
import java.util.List;

/** Attempts that come to their end at once, and proofs of what is destroyed. */
final class LiveProvisioning implements Consequences {
  private final CommandLog commands;

  LiveProvisioning(CommandLog commands) {
    this.commands = commands;
  }

  @Override
  public void before(Command command, long offset, List<LifecycleEvent> events) {}

  @Override
  public void of(Workspace workspace, Owner owner) {
    Thread.ofVirtual().start(() -> act(workspace, owner));
  }

  @Override
  public void forget(WorkspaceId workspace, Owner owner) {}

  private void act(Workspace workspace, Owner owner) {
    if (workspace.lifecycle() instanceof Lifecycle.Destroying destroying) {
      owner.report(
          workspace.id(), new AttemptReport.Destroyed(destroying.attempt()), TraceParent.NONE);
    } else if (workspace.lifecycle() instanceof Lifecycle.Destroyed) {
      commands.append(
          new Command.ConfirmDeletion(
              new CommandId("gone-" + workspace.id() + "-" + workspace.incarnation()),
              workspace.id(),
              new Receipt(workspace.incarnation(), List.of("all gone"), Instant.now())));
    }
  }
}
