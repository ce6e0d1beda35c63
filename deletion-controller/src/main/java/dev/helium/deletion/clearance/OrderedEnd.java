package dev.helium.deletion.clearance;

import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * One life of a workspace that is to end with all others. The oldest comes first.
 *
 * @param failed the attempt to destroy it that was given up; 0 when nobody has tried
 */
record OrderedEnd(Instant began, WorkspaceId workspace, int incarnation, int failed)
    implements Comparable<OrderedEnd> {
  static final String REQUESTER = "deletion-controller, told to delete all";

  private static final Comparator<OrderedEnd> OLDEST_FIRST =
      Comparator.comparing(OrderedEnd::began)
          .thenComparing(OrderedEnd::workspace)
          .thenComparingInt(OrderedEnd::incarnation)
          .thenComparingInt(OrderedEnd::failed);

  /** What is asked for once, however often it is given up. */
  record Named(WorkspaceId workspace, int incarnation) {}

  OrderedEnd {
    Objects.requireNonNull(began, "began");
    Objects.requireNonNull(workspace, "workspace");
  }

  static OrderedEnd of(WorkspaceId workspace, Tenure tenure) {
    return new OrderedEnd(
        tenure.began(), workspace, tenure.incarnation(), tenure.leaving().attempt());
  }

  Named life() {
    return new Named(workspace, incarnation);
  }

  /** The same command however often it is asked for. */
  Command command() {
    String id = "clear-" + workspace + "-" + incarnation;
    return failed == 0
        ? new Command.Delete(
            new CommandId(id), workspace, REQUESTER, new DeletionReason.Requested())
        : new Command.Retry(new CommandId(id + "-" + failed), workspace, REQUESTER, failed);
  }

  @Override
  public int compareTo(OrderedEnd other) {
    return OLDEST_FIRST.compare(this, other);
  }
}
