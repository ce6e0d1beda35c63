package dev.helium.provisioner.decide;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.TraceParent;

/** Who a workspace belongs to for now, as attempts at it need to know. */
public interface Owner {
  /**
   * What keeps everything that ran under an earlier owner from changing a stack: the partition's
   * name and a number that grows with each ownership, as {@code partition-3:17}.
   */
  String fence();

  /** Where the newest command stands that this owner has decided. */
  long decided();

  /**
   * What the log says of the trace that what is under way at a workspace belongs to. Never blocks.
   */
  Trail trail(WorkspaceId workspace);

  /**
   * Says how an attempt goes. Blocks until the log has taken what follows. What is said after the
   * end of the ownership is dropped: the next owner runs the attempt again and hears from that run.
   *
   * @param trace the span of the attempt
   */
  void report(WorkspaceId workspace, AttemptReport report, TraceParent trace);
}
