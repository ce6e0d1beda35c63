package dev.helium.gateway.workspaces;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.identity.Access;
import dev.helium.gateway.identity.Action;
import dev.helium.gateway.identity.Forbidden;
import dev.helium.gateway.identity.Identity;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Whether somebody may change a workspace, for it is theirs or everybody's is theirs to change.
 *
 * <p>Whom everybody's is open to is not asked whose it is, so that nothing is waited for.
 */
public final class Ownership {
  private final WorkspaceViews views;
  private final CaughtUp caughtUp;

  public Ownership(WorkspaceViews views, CaughtUp caughtUp) {
    this.views = views;
    this.caughtUp = caughtUp;
  }

  /** Of a workspace that is there; fails with a problem when it is not, or is another's. */
  public Future<Void> requireOf(Identity identity, WorkspaceId id) {
    return require(identity, () -> views.find(id).map(Ownership::known));
  }

  /** Of the last workspace of a name, which may be gone. */
  public Future<Void> requireOfPast(Identity identity, WorkspaceId id) {
    return require(identity, () -> views.record(id).map(Ownership::known));
  }

  /** Of a workspace, if there is one of that name. */
  public Future<Void> requireUnlessNew(Identity identity, WorkspaceId id) {
    return require(identity, () -> views.find(id));
  }

  private Future<Void> require(Identity identity, Lookup lookup) {
    if (isForAll(identity)) {
      return Future.succeededFuture();
    }
    caughtUp.require();
    return lookup
        .look()
        .map(
            view -> {
              view.ifPresent(found -> require(identity, found.workspace().createdBy()));
              return null;
            });
  }

  private static void require(Identity identity, String owner) {
    if (!Access.allows(identity, Action.CHANGE)) {
      throw Forbidden.action(identity, Action.CHANGE);
    }
    if (!Access.allows(identity, Action.CHANGE, owner)) {
      throw Forbidden.foreign(identity, owner);
    }
  }

  /** Nobody has the empty name. */
  private static boolean isForAll(Identity identity) {
    return Access.allows(identity, Action.CHANGE, "");
  }

  private static Optional<WorkspaceView> known(Optional<WorkspaceView> view) {
    if (view.isEmpty()) {
      throw Refusals.unknown().exception();
    }
    return view;
  }

  /** Finds the view of a workspace. */
  @FunctionalInterface
  private interface Lookup {
    Future<Optional<WorkspaceView>> look();
  }
}
