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

  /** A step failed; a diagnostic said why. */
  record Failed(Step step) implements RunEvent {}

  /**
   * A message.
   *
   * @param severity {@code debug}, {@code info}, {@code warning} or {@code error}
   * @param urn the resource it is about, empty for none
   * @param passing true when the next message takes its place
   */
  record Diagnostic(String severity, String message, String urn, boolean passing)
      implements RunEvent {}

  /** Everything is done; how often each operation was. */
  record Summary(int seconds, Map<OperationType, Integer> changes) implements RunEvent {}

  /** Nothing comes after this. */
  record End() implements RunEvent {}
}
