package dev.helium.domain;

import java.util.Objects;

/** What kind of thing went wrong in an attempt, whether another one can help, and what else can. */
public enum FailureKind {
  /** The cluster said no: an invalid or conflicting object. */
  REFUSED_BY_CLUSTER(
      false,
      ReasonClass.CLUSTER,
      "Change what the cluster refuses, or have its administrator allow it; then retry or update."),
  /**
   * Helium may not do it. Passing, as rights are given later, and as an API server that has just
   * started refuses before it knows who may do what.
   */
  FORBIDDEN(
      true,
      ReasonClass.CLUSTER,
      "Have the cluster's administrator allow it to Helium; then retry."),
  /** A quota of the cluster leaves no room. */
  QUOTA_EXCEEDED(
      false,
      ReasonClass.QUOTA,
      "Delete what is not needed, ask for less, or have the quota raised; then retry."),
  /** The cluster did not answer. */
  CLUSTER_UNREACHABLE(
      true, ReasonClass.CLUSTER, "Retry when the cluster answers again; nothing is lost."),
  /** Somebody else holds the stack's lock. */
  STACK_LOCKED(true, ReasonClass.ENGINE, "End whatever else works on the stack, then retry."),
  /** What it is to be made of could not be got from where it is; the message names that. */
  SOURCE_UNAVAILABLE(
      true,
      ReasonClass.SOURCE,
      "Have what the message names give it, or say another place to get it from; then retry."),
  /** The backend's program itself failed. */
  PROGRAM_FAILED(
      false, ReasonClass.PROGRAM, "Correct the parameters or the program, then update or retry."),
  /** The attempt took longer than allowed. */
  TIMED_OUT(
      true, ReasonClass.TIMEOUT, "Retry: an attempt goes on where the one before it stopped."),
  /** An object would not go away; the message names what holds it. */
  DELETION_HELD(true, ReasonClass.CLUSTER, "Remove what holds the object, then delete or retry."),
  /** Somebody cancelled it. */
  CANCELLED(false, ReasonClass.REQUEST, "Retry, update or delete the workspace."),
  /** A fault of Helium's own. */
  INTERNAL(true, ReasonClass.ENGINE, "Retry; when it fails again the provisioner's log says more.");

  private final boolean passing;
  private final ReasonClass reasonClass;
  private final String wayOn;

  FailureKind(boolean passing, ReasonClass reasonClass, String wayOn) {
    this.passing = passing;
    this.reasonClass = Objects.requireNonNull(reasonClass);
    this.wayOn = Objects.requireNonNull(wayOn);
  }

  /** True when the same attempt may succeed later without anybody changing anything. */
  public boolean isPassing() {
    return passing;
  }

  public ReasonClass reasonClass() {
    return reasonClass;
  }

  /** What a person can do about it, in one sentence. */
  public String wayOn() {
    return wayOn;
  }
}
