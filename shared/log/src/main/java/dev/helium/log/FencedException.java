package dev.helium.log;

/** The partition has a newer owner: nothing was written, and nothing can be any more. */
public final class FencedException extends LogUnavailableException {
  private static final long serialVersionUID = 1L;

  private static final String MESSAGE = "the partition has another owner now";

  FencedException() {
    super(MESSAGE);
  }

  FencedException(Throwable cause) {
    super(MESSAGE, cause);
  }
}
