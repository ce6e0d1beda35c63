package dev.helium.engine;

/** The JVM or the SDK is not what the engine needs; it says at start what to change. */
public final class EngineUnusableException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public EngineUnusableException(String message) {
    super(message);
  }

  public EngineUnusableException(String message, Throwable cause) {
    super(message, cause);
  }
}
