package dev.helium.deletion.trail;

import dev.helium.domain.Event;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.Delivery;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The trails of workspaces that are not gone; those that nobody traces take no room. Safe for use
 * from any thread.
 */
public final class Trails {
  private final Map<WorkspaceId, Trail> trails = new ConcurrentHashMap<>();

  /** Takes in an event of the log. */
  public void learn(Delivery delivery) {
    Event event = delivery.record().event();
    WorkspaceId workspace = delivery.record().workspace();
    if (event instanceof Event.Deleted) {
      trails.remove(workspace);
    } else if (isDone(event)) {
      if (delivery.stamp().trace().isNone()) {
        trails.remove(workspace);
      } else {
        trails.put(
            workspace,
            new Trail(
                delivery.stamp().trace(),
                delivery.record().time(),
                event instanceof Event.Destroyed));
      }
    }
  }

  Trail of(WorkspaceId workspace) {
    return trails.getOrDefault(workspace, Trail.NONE);
  }

  private static boolean isDone(Event event) {
    return event instanceof Event.Created
        || event instanceof Event.Updated
        || event instanceof Event.Provisioned
        || event instanceof Event.Destroyed;
  }
}
