package dev.helium.log;

import dev.helium.domain.EventRecord;

/** An event and where it stands in the log. */
public record Delivery(EventRecord record, int partition, long offset) {}
