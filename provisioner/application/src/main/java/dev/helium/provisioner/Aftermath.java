package dev.helium.provisioner;

import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.attempt.Attempts;
import dev.helium.provisioner.decide.Consequences;
import dev.helium.provisioner.decide.Owner;
import dev.helium.provisioner.upload.UploadKeeper;
import java.util.List;

/** Keeps the uploads that decisions refer to, and has the attempts run that they call for. */
final class Aftermath implements Consequences {
  private final UploadKeeper uploads;
  private final Attempts attempts;

  Aftermath(UploadKeeper uploads, Attempts attempts) {
    this.uploads = uploads;
    this.attempts = attempts;
  }

  @Override
  public void before(Command command, long offset, List<LifecycleEvent> events) {
    if (command instanceof Command.Create create && events.stream().anyMatch(Aftermath::accepts)) {
      uploads.keep(create, offset);
    }
  }

  @Override
  public void of(Workspace workspace, Owner owner) {
    attempts.consider(workspace, owner);
    uploads.changed(workspace, owner);
  }

  @Override
  public void forget(WorkspaceId workspace, Owner owner) {
    attempts.forget(workspace, owner);
    uploads.disown(workspace, owner);
  }

  private static boolean accepts(LifecycleEvent event) {
    return event instanceof Event.Created || event instanceof Event.Updated;
  }
}
