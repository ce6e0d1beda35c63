package dev.helium.launcher.console;

/** Something a person can do something about; the message says what, and is all that is shown. */
public class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  public UserException(String message) {
    this(ExitCode.FAILED, message);
  }

  public UserException(String message, Throwable cause) {
    this(ExitCode.FAILED, message, cause);
  }

  public UserException(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  public UserException(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** How a command ends by it. */
  public ExitCode code() {
    return code;
  }
}
