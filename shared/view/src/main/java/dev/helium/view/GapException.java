package dev.helium.view;

import dev.helium.domain.EventRecord;

/** Events before this one are missing from the view: it has to be built again from the log. */
public final class GapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GapException(EventRecord record) {
    super("events before " + record.id() + " are missing from the view");
  }
}
