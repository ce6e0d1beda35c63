package dev.helium.deletion.recurring;

import dev.helium.domain.WorkspaceId;
import java.time.LocalDateTime;

/**
 * One of the workspaces that were made of a recurrence.
 *
 * @param due by the clock of its zone
 * @param incarnation of its name; 0 when it was refused
 */
record Generation(WorkspaceId workspace, LocalDateTime due, int incarnation, Standing standing) {
  enum Standing {
    MAKING,
    /** It has been ready. */
    READY,
    /** It needs somebody, or was refused. */
    FAILED,
    /** Its deletion was asked for. */
    LEAVING
  }

  Generation in(Standing other) {
    return new Generation(workspace, due, incarnation, other);
  }

  boolean isLiving() {
    return incarnation > 0 && standing != Standing.LEAVING;
  }
}
