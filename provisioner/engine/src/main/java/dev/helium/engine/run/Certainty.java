package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.event.RunEvent.Failed.Outcome;
import dev.helium.engine.provider.PartlyDoneException;

/** What a failure says of the operation that failed. */
final class Certainty {
  private Certainty() {}

  static Outcome outcome(RuntimeException failure) {
    if (failure instanceof PartlyDoneException) {
      return Outcome.PARTLY_DONE;
    }
    return isCertain(failure) ? Outcome.UNCHANGED : Outcome.UNKNOWN;
  }

  /**
   * False when the operation may have happened all the same: then it stays pending and is looked up
   * later.
   */
  static boolean isCertain(RuntimeException failure) {
    if (failure instanceof PartlyDoneException) {
      return true;
    }
    if (!(failure instanceof EngineException typed)) {
      return false;
    }
    return switch (typed.failure().failureClass()) {
      case CLUSTER_UNREACHABLE, PLUGIN_DIED, TIMED_OUT, CANCELLED, FENCED, INTERNAL -> false;
      case INVALID, FORBIDDEN, QUOTA_EXCEEDED, CONFLICT, ALREADY_EXISTS, NOT_FOUND -> true;
      case DELETE_BLOCKED, UNSUPPORTED, PLUGIN_MISSING, PROVIDER_FAILED -> true;
      case LOCKED, STACK_NOT_FOUND, STACK_EXISTS, STACK_NOT_EMPTY, STATE_UNREADABLE -> true;
      case WRONG_PASSPHRASE, PROGRAM_FAILED -> true;
    };
  }
}
