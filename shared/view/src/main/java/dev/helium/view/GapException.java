package dev.helium.view;

/** Events before this one are missing from the view: it has to be built again from the log. */
public final class GapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GapException(String eventId) {
    super("events before " + eventId + " are missing from the view");
  }
}
