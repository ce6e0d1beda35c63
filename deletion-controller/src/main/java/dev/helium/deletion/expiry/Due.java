package dev.helium.deletion.expiry;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/** When one life of a workspace is to end. The earliest comes first. */
record Due(Instant at, WorkspaceId workspace, int incarnation) implements Comparable<Due> {
  static final String REQUESTER = "deletion-controller";

  private static final Comparator<Due> EARLIEST_FIRST =
      Comparator.comparing(Due::at)
          .thenComparing(Due::workspace)
          .thenComparingInt(Due::incarnation);

  Due {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(workspace, "workspace");
  }

  /** The same command however often it is asked for, so that it is decided once. */
  Command.Delete command() {
    return new Command.Delete(
        new CommandId("expire-" + workspace + "-" + incarnation + "-" + at.toEpochMilli()),
        workspace,
        REQUESTER,
        new DeletionReason.Expired(at));
  }

  @Override
  public int compareTo(Due other) {
    return EARLIEST_FIRST.compare(this, other);
  }
}
