package dev.helium.launcher.console;

/** Something a person can do something about; the message says what, and is all that is shown. */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(message);
  }

  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
