package dev.helium.watcher.publishing;

import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;

/** Where the events of one partition are appended. */
@FunctionalInterface
public interface EventSink {
  /**
   * Completes when the event is safely there. After a failure nobody knows whether it is, and
   * nothing more is taken.
   */
  Future<Void> append(EventRecord record);

  /** Measures what an appended event comes to, as part of the trace that it was appended to. */
  default void measure(EventRecord appended, Runnable measured) {
    measured.run();
  }

  /** What events of a workspace follow from, for who speaks of them elsewhere; or none. */
  default TraceParent trace(WorkspaceId workspace) {
    return TraceParent.NONE;
  }
}
