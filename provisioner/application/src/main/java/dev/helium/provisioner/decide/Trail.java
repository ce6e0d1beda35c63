package dev.helium.provisioner.decide;

import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.log.Stamp;
import dev.helium.wire.TraceParent;

/**
 * What the log says of the trace that belongs to what is under way at a workspace.
 *
 * @param decision the span that called for it
 * @param attempt the span of the newest attempt at it that has reported anything
 */
public record Trail(TraceParent decision, TraceParent attempt) {
  public static final Trail NONE = new Trail(TraceParent.NONE, TraceParent.NONE);

  /** As it goes on after an event. */
  Trail after(LifecycleEvent event, Stamp stamp) {
    if (stamp.commandOffset() < 0) {
      return stamp.trace().isNone() ? this : new Trail(decision, stamp.trace());
    }
    return Partition.changesWhatIsDue(event) ? new Trail(stamp.trace(), TraceParent.NONE) : this;
  }
}
