package dev.helium.log;

/** What was asked for stood in the log before what is there now, or stands nowhere. */
public final class EventsGoneException extends LogUnavailableException {
  private static final long serialVersionUID = 1L;

  EventsGoneException(Throwable cause) {
    super("these events are not in the log", cause);
  }
}
