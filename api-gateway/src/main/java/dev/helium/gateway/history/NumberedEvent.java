package dev.helium.gateway.history;

import dev.helium.domain.EventRecord;
import java.util.Objects;

/**
 * An event and its number.
 *
 * @param number its place among all events of its workspace, counted from 1
 */
record NumberedEvent(long number, EventRecord record) {
  NumberedEvent {
    Objects.requireNonNull(record, "record");
  }
}
