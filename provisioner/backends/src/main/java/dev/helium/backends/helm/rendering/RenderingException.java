package dev.helium.backends.helm.rendering;

/** A chart cannot be rendered. The message is ours; what Helm said is kept beside it. */
public final class RenderingException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String said;
  private final Kind kind;

  /** Whether it could be rendered another time. */
  public enum Kind {
    /** It could not. */
    REFUSED,
    /** It was not its turn for too long, or no more time was left. */
    LATE,
    /** This machine could not do it. */
    BROKEN
  }

  private RenderingException(String message, String said, Kind kind, Throwable cause) {
    super(message, cause);
    this.said = said;
    this.kind = kind;
  }

  /** Helm does not render it. */
  static RenderingException refused(String said) {
    return new RenderingException("the chart cannot be rendered", said, Kind.REFUSED, null);
  }

  /** It goes past a limit. */
  static RenderingException limited(String message) {
    return new RenderingException(message, "", Kind.REFUSED, null);
  }

  /** There was no time for it. */
  static RenderingException late(String message, Throwable cause) {
    return new RenderingException(message, "", Kind.LATE, cause);
  }

  /** It is this machine's fault. */
  static RenderingException broken(String message, Throwable cause) {
    return new RenderingException(message, "", Kind.BROKEN, cause);
  }

  /** By Helm, with whatever values it shows; empty when it said nothing. */
  public String said() {
    return said;
  }

  public Kind kind() {
    return kind;
  }
}
