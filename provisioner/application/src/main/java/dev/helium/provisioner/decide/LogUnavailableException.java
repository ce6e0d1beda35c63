package dev.helium.provisioner.decide;

/** The log did not take or give records, so nothing can be decided right now. */
public final class LogUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  LogUnavailableException(String message) {
    super(message);
  }

  LogUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
