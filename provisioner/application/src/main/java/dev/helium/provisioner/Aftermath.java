package dev.helium.provisioner;

import dev.helium.domain.Command;
import dev.helium.domain.Digest;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.attempt.Attempts;
import dev.helium.provisioner.decide.Consequences;
import dev.helium.provisioner.decide.Owner;
import dev.helium.provisioner.upload.UploadStore;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the uploads that decisions refer to, and has the attempts run that they call for. */
final class Aftermath implements Consequences {
  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

  private final UploadStore uploads;
  private final Attempts attempts;
  private final LifetimePolicy lifetimes;
  private final InstantSource clock;

  /** The workspaces that are gone and can be brought back, until somebody finds that passed. */
  private final Map<WorkspaceId, Gone> revivable = new ConcurrentHashMap<>();

  /**
   * @param decided where the newest command stood when it was gone: what came later is not its own
   */
  private record Gone(Workspace workspace, Owner owner, long decided) {}

  Aftermath(
      UploadStore uploads, Attempts attempts, LifetimePolicy lifetimes, InstantSource clock) {
    this.uploads = uploads;
    this.attempts = attempts;
    this.lifetimes = lifetimes;
    this.clock = clock;
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
    if (lifetimes.isRevivable(workspace, clock.instant())) {
      revivable.put(workspace.id(), new Gone(workspace, owner, owner.decided()));
    } else {
      revivable.remove(workspace.id());
    }
    forgetUploads(workspace, owner.decided());
  }

  @Override
  public void forget(WorkspaceId workspace, Owner owner) {
    attempts.forget(workspace, owner);
    revivable.computeIfPresent(
        workspace, (id, gone) -> gone.owner().equals(owner) ? null : gone);
  }

  /** Forgets the uploads of workspaces that can be brought back no longer. Blocks. */
  Void forgetPassed() {
    for (Gone gone : revivable.values()) {
      if (!lifetimes.isRevivable(gone.workspace(), clock.instant())
          && revivable.remove(gone.workspace().id(), gone)) {
        forgetUploads(gone.workspace(), gone.decided());
      }
    }
    return null;
  }

  private void forgetUploads(Workspace workspace, long decided) {
    try {
      uploads.keepOnly(workspace.id(), wanted(workspace), decided);
    } catch (UncheckedIOException failure) {
      LOG.atWarn()
          .addKeyValue("workspace", workspace.id())
          .setCause(failure)
          .log("uploads that are not needed any more stay behind until the next change");
    }
  }

  private Collection<Digest> wanted(Workspace workspace) {
    return workspace.exists() || lifetimes.isRevivable(workspace, clock.instant())
        ? workspace.spec().uploads().values()
        : Set.of();
  }

  private static boolean accepts(LifecycleEvent event) {
    return event instanceof Event.Created || event instanceof Event.Updated;
  }
}
