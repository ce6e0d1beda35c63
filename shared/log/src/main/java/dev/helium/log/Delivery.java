package dev.helium.log;

import dev.helium.domain.EventRecord;

/** An event, where it stands in the log, and what its writer said beside it. */
public record Delivery(EventRecord record, int partition, long offset, Stamp stamp)
    implements EventEntry {}
