package dev.helium.log;

/** The log holds more than whoever looks back may read. */
public final class PastTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long most;

  PastTooLongException(long most) {
    super("the log holds more than " + most + " records");
    this.most = most;
  }

  /** How many records may be read. */
  public long most() {
    return most;
  }
}
