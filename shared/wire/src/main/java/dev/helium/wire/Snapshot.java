package dev.helium.wire;

import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import java.util.Objects;

/**
 * All that is kept about one workspace to go on without its older events: what they say, and where
 * they stand in the log.
 *
 * <p>The view may be ahead of the offsets: an event may be known before its place is.
 */
public record Snapshot(WorkspaceView view, EventOffsets offsets) {
  public Snapshot {
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(offsets, "offsets");
  }

  /** Of a name that was never used. */
  public static Snapshot absent(WorkspaceId id) {
    return new Snapshot(WorkspaceView.absent(id), EventOffsets.none());
  }

  /**
   * With the event that stands at an offset of the log. An event that the view includes already
   * changes only the offsets, and only while they are fewer than the events of the view: the same
   * event at a second place in the log is not another event.
   */
  public Snapshot apply(EventRecord record, long offset) {
    WorkspaceView seen = view.apply(record);
    return new Snapshot(seen, offsets.count() < events(seen) ? offsets.plus(offset) : offsets);
  }

  /**
   * With an event that stands at an offset of the log and cannot be read: it takes its number and
   * its place. One that is neither the next nor known changes nothing.
   */
  public Snapshot passOver(EventEnvelope unreadable, long offset) {
    WorkspaceView seen = view.passOver(unreadable.source(), unreadable.sequence());
    boolean placed =
        seen.includes(unreadable.source(), unreadable.sequence()) && offsets.count() < events(seen);
    return placed ? new Snapshot(seen, offsets.plus(offset)) : this;
  }

  /** How many events the view includes; its offsets are at most as many. */
  public long events() {
    return events(view);
  }

  private static long events(WorkspaceView view) {
    return view.workspace().sequence() + view.observed();
  }
}
