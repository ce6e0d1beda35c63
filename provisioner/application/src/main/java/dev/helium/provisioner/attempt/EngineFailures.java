package dev.helium.provisioner.attempt;

import com.pulumi.automation.AutomationException;
import dev.helium.backends.PreparationException;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.engine.EngineFailure;
import dev.helium.engine.FailureClass;
import dev.helium.engine.Failures;

/** Failures of the engine, and of getting ready for it, in the domain's words. */
final class EngineFailures {
  private EngineFailures() {}

  static Failure failure(AutomationException exception) {
    EngineFailure failure = Failures.classify(exception);
    return new Failure(kind(failure.failureClass()), failure.message());
  }

  static FailureKind kind(PreparationException.Kind kind) {
    return switch (kind) {
      case REFUSED -> FailureKind.PROGRAM_FAILED;
      case SOURCE_UNAVAILABLE -> FailureKind.SOURCE_UNAVAILABLE;
      case CLUSTER_UNREACHABLE -> FailureKind.CLUSTER_UNREACHABLE;
      case TIMED_OUT -> FailureKind.TIMED_OUT;
      case BROKEN -> FailureKind.INTERNAL;
    };
  }

  static FailureKind kind(FailureClass failureClass) {
    return switch (failureClass) {
      case INVALID, ALREADY_EXISTS, NOT_FOUND -> FailureKind.REFUSED_BY_CLUSTER;
      case FORBIDDEN -> FailureKind.FORBIDDEN;
      case QUOTA_EXCEEDED -> FailureKind.QUOTA_EXCEEDED;
      case CLUSTER_UNREACHABLE -> FailureKind.CLUSTER_UNREACHABLE;
      case LOCKED, FENCED -> FailureKind.STACK_LOCKED;
      case DELETE_BLOCKED -> FailureKind.DELETION_HELD;
      // What Helium itself cancels is not reported: somebody else has ended this run.
      case TIMED_OUT, CANCELLED -> FailureKind.TIMED_OUT;
      case PROGRAM_FAILED, UNSUPPORTED, WRONG_PASSPHRASE, STATE_UNREADABLE ->
          FailureKind.PROGRAM_FAILED;
      case PLUGIN_MISSING, PLUGIN_DIED, PROVIDER_FAILED -> FailureKind.INTERNAL;
      case CONFLICT, STACK_NOT_FOUND, STACK_EXISTS, STACK_NOT_EMPTY, INTERNAL ->
          FailureKind.INTERNAL;
    };
  }
}
