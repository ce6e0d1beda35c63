package dev.helium.log;

/** The log did not answer in time. */
public final class LogUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LogUnreachableException(String message) {
    super(message);
  }

  LogUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
