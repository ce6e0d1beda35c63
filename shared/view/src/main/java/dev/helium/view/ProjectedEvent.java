package dev.helium.view;

import dev.helium.domain.EventRecord;

/** An event and where it stands in the log. */
record ProjectedEvent(EventRecord record, int partition, long offset) {}
