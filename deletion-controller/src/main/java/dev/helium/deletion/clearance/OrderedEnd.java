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
 * @param standing what may have it refused: asked for under another id when that is another
 */
record OrderedEnd(
    Instant began, WorkspaceId workspace, int incarnation, int failed, Standing standing)
    implements Comparable<OrderedEnd> {
  static final String REQUESTER = "deletion-controller, told to delete all";

  private static final Comparator<OrderedEnd> OLDEST_FIRST =
      Comparator.comparing(OrderedEnd::began)
          .thenComparing(OrderedEnd::workspace)
          .thenComparingInt(OrderedEnd::incarnation)
          .thenComparingInt(OrderedEnd::failed)
          .thenComparingInt(end -> end.standing().changes())
          .thenComparing(end -> end.standing().isProtected());

  /** What is asked for once, however often it is given up. */
  record Named(WorkspaceId workspace, int incarnation) {}

  /**
   * What a refusal rests on.
   *
   * @param changes how often its end was changed in this life
   * @param isProtected when it is asked for
   */
  record Standing(int changes, boolean isProtected) {}

  OrderedEnd {
    Objects.requireNonNull(began, "began");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(standing, "standing");
  }

  static OrderedEnd of(WorkspaceId workspace, Tenure tenure, Instant now) {
    return new OrderedEnd(
        tenure.began(),
        workspace,
        tenure.incarnation(),
        tenure.leaving().attempt(),
        new Standing(tenure.ending().changes(), tenure.ending().protectedUntil().isAfter(now)));
  }

  Named life() {
    return new Named(workspace, incarnation);
  }

  /** The same command however often it is asked for. */
  Command command() {
    String id =
        "clear-"
            + workspace
            + "-"
            + incarnation
            + (standing.changes() == 0 ? "" : "-changed-" + standing.changes())
            + (standing.isProtected() ? "-protected" : "");
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
