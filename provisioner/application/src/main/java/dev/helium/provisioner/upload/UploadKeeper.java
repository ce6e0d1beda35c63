package dev.helium.provisioner.upload;

import dev.helium.domain.Command;
import dev.helium.domain.Digest;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.decide.Owner;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps uploads for as long as somebody may need them: while their workspace lives, and after it
 * has expired for as long as it can be brought back.
 */
public final class UploadKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(UploadKeeper.class);

  private final UploadStore store;
  private final LifetimePolicy lifetimes;
  private final InstantSource clock;

  /** The workspaces that are gone and can be brought back, until somebody finds that passed. */
  private final Map<WorkspaceId, Gone> revivable = new ConcurrentHashMap<>();

  /**
   * @param decided where the newest command stood when it was gone: what came later is not its own
   */
  private record Gone(Workspace workspace, Owner owner, long decided) {}

  public UploadKeeper(UploadStore store, LifetimePolicy lifetimes, InstantSource clock) {
    this.store = store;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /**
   * Keeps what came with a command.
   *
   * @param offset where the command stands in its partition
   */
  public void keep(Command.Create create, long offset) {
    create.uploads().values().forEach(content -> store.keep(create.workspace(), offset, content));
  }

  /** Forgets what a workspace as it is now needs no longer. */
  public void changed(Workspace workspace, Owner owner) {
    if (lifetimes.isRevivable(workspace, clock.instant())) {
      revivable.put(workspace.id(), new Gone(workspace, owner, owner.decided()));
    } else {
      revivable.remove(workspace.id());
    }
    forget(workspace, owner.decided());
  }

  /** The workspace is somebody else's to see to, unless this process owns it anew. */
  public void disown(WorkspaceId workspace, Owner owner) {
    revivable.computeIfPresent(workspace, (id, gone) -> gone.owner().equals(owner) ? null : gone);
  }

  /** Forgets what was kept for workspaces that can be brought back no longer. Blocks. */
  public void forgetPassed() {
    for (Gone gone : List.copyOf(revivable.values())) {
      if (!lifetimes.isRevivable(gone.workspace(), clock.instant())
          && revivable.remove(gone.workspace().id(), gone)) {
        forget(gone.workspace(), gone.decided());
      }
    }
  }

  private void forget(Workspace workspace, long decided) {
    try {
      store.keepOnly(workspace.id(), wanted(workspace), decided);
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
}
