package dev.helium.backends.helm.source;

/**
 * There is no chart. The message names hosts and charts as they were asked for, no secret and
 * nothing that a server said.
 */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Whether asking again can help, and whose doing it is. */
  public enum Kind {
    /** Asking again will not help. */
    REFUSED,
    /** Where the chart is does not give it; asking later may help. */
    UNAVAILABLE,
    /** This machine has no place for it; asking later may help. */
    BROKEN
  }

  private SourceException(String message, Kind kind, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Asking again will not help. */
  public static SourceException refused(String message) {
    return new SourceException(message, Kind.REFUSED, null);
  }

  /** Asking later may help. */
  static SourceException unavailable(String message) {
    return new SourceException(message, Kind.UNAVAILABLE, null);
  }

  /** Asking later may help. */
  static SourceException unavailable(String message, Throwable cause) {
    return new SourceException(message, Kind.UNAVAILABLE, cause);
  }

  /** It is this machine's fault. */
  static SourceException broken(String message, Throwable cause) {
    return new SourceException(message, Kind.BROKEN, cause);
  }

  public Kind kind() {
    return kind;
  }
}
