package dev.helium.wire;

/** Bytes that are not what they should be; the message says why and repeats no content. */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UnreadableKind kind;

  /** Of a body. */
  public UnreadableException(String message) {
    this(UnreadableKind.BODY, message);
  }

  /** Of a body. */
  public UnreadableException(String message, Throwable cause) {
    this(UnreadableKind.BODY, message, cause);
  }

  public UnreadableException(UnreadableKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public UnreadableException(UnreadableKind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public UnreadableKind kind() {
    return kind;
  }
}
