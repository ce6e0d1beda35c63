package dev.helium.engine.event;

import com.pulumi.automation.OperationType;
import java.util.Map;

/** One thing a run has to tell. */
public sealed interface RunEvent {
  /** The run begins with this configuration, secrets masked. */
  record Prelude(Map<String, String> configuration) implements RunEvent {}

  /** A step begins. */
  record Begun(Step step) implements RunEvent {}

  /** A step is done. */
  record Done(Step step) implements RunEvent {}

  /** A component or the stack has its outputs. */
  record Outputs(Step step) implements RunEvent {}

  /**
   * A step failed; a diagnostic said why.
   *
   * @param outcome what is known of the resource
   * @param steps how many were done before it
   */
  record Failed(Step step, Outcome outcome, int steps) implements RunEvent {
    /** What is known of a resource whose step failed. */
    public enum Outcome {
      /** It is as it was. */
      UNCHANGED(0),
      /** It was changed and is not usable. */
      PARTLY_DONE(1),
      /** Nobody knows. */
      UNKNOWN(2);

      private final int number;

      Outcome(int number) {
        this.number = number;
      }

      /** The number in the CLI's events. */
      int number() {
        return number;
      }
    }
  }

  /**
   * A message.
   *
   * @param severity {@code debug}, {@code info}, {@code warning} or {@code error}
   * @param urn the resource it is about, empty for none
   * @param passing true when the next message takes its place
   */
  record Diagnostic(String severity, String message, String urn, boolean passing)
      implements RunEvent {}

  /**
   * Everything is done.
   *
   * @param seconds how long it took, rounded up
   * @param changes how often each operation was done
   * @param maybeCorrupt the outcome of an operation is not known
   * @param outputs the stack's, secrets masked
   */
  record Summary(
      int seconds,
      Map<OperationType, Integer> changes,
      boolean maybeCorrupt,
      Map<String, Object> outputs)
      implements RunEvent {}

  /** Nothing comes after this. */
  record End() implements RunEvent {}
}
