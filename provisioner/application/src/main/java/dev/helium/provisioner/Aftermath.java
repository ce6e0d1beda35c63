package dev.helium.provisioner;

import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.attempt.Attempts;
import dev.helium.provisioner.decide.Consequences;
import dev.helium.provisioner.decide.Owner;
import dev.helium.provisioner.upload.UploadStore;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the uploads that decisions refer to, and has the attempts run that they call for. */
final class Aftermath implements Consequences {
  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

  private final UploadStore uploads;
  private final Attempts attempts;

  Aftermath(UploadStore uploads, Attempts attempts) {
    this.uploads = uploads;
    this.attempts = attempts;
  }

  @Override
  public void before(Command command, long offset, List<LifecycleEvent> events) {
    if (command instanceof Command.Create create && events.stream().anyMatch(Aftermath::accepts)) {
      create
          .uploads()
          .values()
          .forEach(content -> uploads.keep(create.workspace(), offset, content));
    }
  }

  @Override
  public void of(Workspace workspace, Owner owner) {
    attempts.consider(workspace, owner);
    try {
      uploads.keepOnly(
          workspace.id(),
          workspace.exists() ? workspace.spec().uploads().values() : Set.of(),
          owner.decided());
    } catch (UncheckedIOException failure) {
      LOG.atWarn()
          .addKeyValue("workspace", workspace.id())
          .setCause(failure)
          .log("uploads that are not needed any more stay behind until the next change");
    }
  }

  @Override
  public void forget(WorkspaceId workspace, Owner owner) {
    attempts.forget(workspace, owner);
  }

  private static boolean accepts(LifecycleEvent event) {
    return event instanceof Event.Created || event instanceof Event.Updated;
  }
}
