package dev.helium.provisioner;

import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.attempt.Attempts;
import dev.helium.provisioner.decide.Consequences;
import dev.helium.provisioner.decide.Reporter;
import dev.helium.provisioner.upload.UploadStore;
import java.util.List;
import java.util.Set;

/** Keeps the uploads that decisions refer to, and has the attempts run that they call for. */
final class Aftermath implements Consequences {
  private final UploadStore uploads;
  private final Attempts attempts;

  Aftermath(UploadStore uploads, Attempts attempts) {
    this.uploads = uploads;
    this.attempts = attempts;
  }

  @Override
  public void before(Command command, List<LifecycleEvent> events) {
    if (command instanceof Command.Create create && events.stream().anyMatch(Aftermath::accepts)) {
      create.uploads().values().forEach(content -> uploads.keep(create.workspace(), content));
    }
  }

  @Override
  public void of(Workspace workspace, Reporter reporter) {
    uploads.keepOnly(
        workspace.id(), workspace.exists() ? workspace.spec().uploads().values() : Set.of());
    attempts.consider(workspace, reporter);
  }

  @Override
  public void forget(WorkspaceId workspace) {
    attempts.forget(workspace);
  }

  private static boolean accepts(LifecycleEvent event) {
    return event instanceof Event.Created || event instanceof Event.Updated;
  }
}
