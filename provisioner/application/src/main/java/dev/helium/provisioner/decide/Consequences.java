package dev.helium.provisioner.decide;

import dev.helium.domain.Command;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandBatch.Received;
import java.time.Instant;
import java.util.List;

/** What has to be done about decisions. */
public interface Consequences {
  /**
   * Called before the events of a command are written; what they rely on must be kept by then. May
   * be called again for the same command.
   *
   * @param offset where the command stands in its partition
   */
  void before(Command command, long offset, List<LifecycleEvent> events);

  /**
   * Called whenever a workspace has changed, and for every workspace of a partition taken over.
   * Returns at once.
   */
  void of(Workspace workspace, Owner owner);

  /**
   * Called when what was decided about a command is in the log; returns at once.
   *
   * @param before the workspace that it was decided on
   * @param events none when it had been decided before
   */
  default void decided(
      Received received, Workspace before, List<LifecycleEvent> events, Instant now) {}

  /** Called likewise with what a report of an attempt came to. */
  default void reported(Workspace before, List<LifecycleEvent> events) {}

  /** Called when the workspace has become somebody else's. */
  void forget(WorkspaceId workspace, Owner owner);
}
