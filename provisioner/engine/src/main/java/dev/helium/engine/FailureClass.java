package dev.helium.engine;

/** Why a command failed, as far as a caller can act on it. */
public enum FailureClass {
  /** The API server or a provider refuses the resource as it is written. */
  INVALID(false),
  /** The credentials in use may not do it. */
  FORBIDDEN(false),
  /** A quota is exhausted. */
  QUOTA_EXCEEDED(false),
  /** Another writer holds the field or changed the object meanwhile. */
  CONFLICT(true),
  /** The object exists and was not made by this stack. */
  ALREADY_EXISTS(false),
  /** Something the resource needs is not there, such as its kind or its namespace. */
  NOT_FOUND(false),
  /** The API server does not answer. */
  CLUSTER_UNREACHABLE(true),
  /** No plugin for the provider is installed; the message says how to install it. */
  PLUGIN_MISSING(false),
  /** The plugin died or does not answer any more; what was under way may have happened. */
  PLUGIN_DIED(true),
  /** The provider does not start, or failed and does not say what kind of failure it is. */
  PROVIDER_FAILED(true),
  /** The object did not go away in time; the message names what holds it. */
  DELETE_BLOCKED(true),
  /** A live process works on the same stack. */
  LOCKED(true),
  /** The stack has a newer owner: this run changes nothing more, and none with its number will. */
  FENCED(false),
  /** There is no such stack. */
  STACK_NOT_FOUND(false),
  /** A stack of that name is already there. */
  STACK_EXISTS(false),
  /** The stack still has resources and cannot be removed. */
  STACK_NOT_EMPTY(false),
  /** The state or a settings file is truncated, foreign or too new; it was left untouched. */
  STATE_UNREADABLE(false),
  /** The passphrase does not open the stack's secrets. */
  WRONG_PASSPHRASE(false),
  /** The program itself failed. */
  PROGRAM_FAILED(false),
  /** The caller cancelled the command or the engine is closing. */
  CANCELLED(true),
  /** The time allowed was used up. */
  TIMED_OUT(true),
  /** This engine cannot do it. */
  UNSUPPORTED(false),
  /** Anything else; the log has the details. */
  INTERNAL(true);

  private final boolean retryable;

  FailureClass(boolean retryable) {
    this.retryable = retryable;
  }

  /** True when the same command can succeed later without anyone changing the program. */
  public boolean isRetryable() {
    return retryable;
  }
}
