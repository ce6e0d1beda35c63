package dev.helium.backends;

/** A run cannot be got ready; the message can be shown to everybody who sees the workspace. */
public final class PreparationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What it is that fails. */
  public enum Kind {
    /** Only another input helps. */
    REFUSED,
    /** Where something has to be got from does not give it; it may later. */
    SOURCE_UNAVAILABLE,
    /** The cluster does not answer; it may later. */
    CLUSTER_UNREACHABLE,
    /** It takes longer than allowed; it may not the next time. */
    TIMED_OUT,
    /** This machine, or Helium itself, cannot do it; it may later. */
    BROKEN
  }

  private PreparationException(String message, Kind kind, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Only another input helps. */
  public static PreparationException refused(String message) {
    return new PreparationException(message, Kind.REFUSED, null);
  }

  /**
   * The same may succeed later.
   *
   * @param kind any but {@link Kind#REFUSED}
   */
  public static PreparationException passing(Kind kind, String message, Throwable cause) {
    if (kind == Kind.REFUSED) {
      throw new IllegalArgumentException("what is refused does not pass");
    }
    return new PreparationException(message, kind, cause);
  }

  public Kind kind() {
    return kind;
  }
}
