package dev.helium.deletion.clearance;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;

/** One life of a workspace that is to end with all others. The oldest comes first. */
record Life(Instant began, WorkspaceId workspace, int incarnation) implements Comparable<Life> {
  static final String REQUESTER = "deletion-controller, told to delete all";

  private static final Comparator<Life> OLDEST_FIRST =
      Comparator.comparing(Life::began)
          .thenComparing(Life::workspace)
          .thenComparingInt(Life::incarnation);

  /** The same command however often it is asked for. */
  Command.Delete command() {
    return new Command.Delete(
        new CommandId("clear-" + workspace + "-" + incarnation),
        workspace,
        REQUESTER,
        new DeletionReason.Requested());
  }

  @Override
  public int compareTo(Life other) {
    return OLDEST_FIRST.compare(this, other);
  }
}
