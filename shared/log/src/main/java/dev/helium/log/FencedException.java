package dev.helium.log;

/** The partition has a newer owner: nothing was written, and nothing can be any more. */
public final class FencedException extends LogUnavailableException {
  private static final long serialVersionUID = 1L;

  FencedException(Throwable cause) {
    super("the partition has another owner now", cause);
  }
}
