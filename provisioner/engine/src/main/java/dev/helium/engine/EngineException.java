package dev.helium.engine;

/** Carries a failure to the edge of the engine, where it becomes an {@code AutomationException}. */
public class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient EngineFailure failure;

  public EngineException(EngineFailure failure) {
    super(failure.message());
    this.failure = failure;
  }

  public EngineException(EngineFailure failure, Throwable cause) {
    super(failure.message(), cause);
    this.failure = failure;
  }

  public EngineException(FailureClass failureClass, String message) {
    this(EngineFailure.of(failureClass, message));
  }

  public EngineException(FailureClass failureClass, String message, Throwable cause) {
    this(EngineFailure.of(failureClass, message), cause);
  }

  /** Refuses what this engine cannot do, with the way out. */
  public static EngineException unsupported(String what) {
    return new EngineException(
        FailureClass.UNSUPPORTED,
        what + " is not supported by the embedded engine; use the pulumi CLI engine");
  }

  public EngineFailure failure() {
    return failure;
  }

  /** The same failure, said of one resource unless it already names one. */
  public EngineException about(String urn) {
    return failure.urn().isEmpty()
        ? new EngineException(
            new EngineFailure(failure.failureClass(), failure.message(), urn), this)
        : this;
  }
}
