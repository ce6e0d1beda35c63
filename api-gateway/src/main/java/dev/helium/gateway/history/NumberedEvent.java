package dev.helium.gateway.history;

import dev.helium.domain.EventRecord;
import dev.helium.wire.TraceParent;
import java.util.Objects;

/**
 * An event and its number.
 *
 * @param number its place among all events of its workspace, counted from 1
 * @param trace the span that it follows from
 */
public record NumberedEvent(long number, EventRecord record, TraceParent trace) {
  public NumberedEvent {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(trace, "trace");
  }

  /** An event that is part of no trace. */
  public NumberedEvent(long number, EventRecord record) {
    this(number, record, TraceParent.NONE);
  }
}
