package dev.helium.domain;

/** What kind of thing went wrong in an attempt, and so whether another attempt can help. */
public enum FailureKind {
  /** The cluster said no: quota, rights, an invalid or conflicting object. */
  REFUSED_BY_CLUSTER(false),
  /** The cluster did not answer. */
  CLUSTER_UNREACHABLE(true),
  /** Somebody else holds the stack's lock. */
  STACK_LOCKED(true),
  /** The backend's program itself failed. */
  PROGRAM_FAILED(false),
  /** The attempt took longer than allowed. */
  TIMED_OUT(true),
  /** An object would not go away; the message names what holds it. */
  DELETION_HELD(true),
  /** A fault of Helium's own. */
  INTERNAL(true);

  private final boolean passing;

  FailureKind(boolean passing) {
    this.passing = passing;
  }

  /** True when the same attempt may succeed later without anybody changing anything. */
  public boolean isPassing() {
    return passing;
  }
}
