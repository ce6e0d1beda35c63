package dev.helium.gateway.recent;

import dev.helium.wire.TraceParent;
import java.time.Instant;
import java.util.Objects;

/**
 * What is told of one place of the log, and all that is asked to find out whom it is told.
 *
 * @param id of the event; empty, like its type, for a record that cannot be read
 * @param workspace empty when it is not known
 * @param time when it happened; {@link Instant#EPOCH} when that is not known
 * @param trace the span that it follows from
 */
public record ToldEvent(
    int partition,
    long offset,
    String id,
    String workspace,
    String type,
    Beside beside,
    Instant time,
    TraceParent trace,
    EventText text) {
  public ToldEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(beside, "beside");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(text, "text");
  }

  /** Whether it is an event, and not only said to be missing. */
  public boolean isEvent() {
    return !type.isEmpty();
  }

  /** Whether somebody at a position has not seen it. */
  public boolean isAfter(Position position) {
    return offset >= position.next(partition);
  }

  ToldEvent with(EventText same) {
    return new ToldEvent(partition, offset, id, workspace, type, beside, time, trace, same);
  }
}
