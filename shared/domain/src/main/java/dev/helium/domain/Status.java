package dev.helium.domain;

import dev.helium.domain.Lifecycle.Absent;
import dev.helium.domain.Lifecycle.Deleted;
import dev.helium.domain.Lifecycle.DestroyFailed;
import dev.helium.domain.Lifecycle.Destroyed;
import dev.helium.domain.Lifecycle.Destroying;
import dev.helium.domain.Lifecycle.Provisioned;
import dev.helium.domain.Lifecycle.Provisioning;
import dev.helium.domain.Lifecycle.ProvisioningFailed;

/** The one word that people and scripts wait for. */
public enum Status {
  PENDING("pending"),
  CREATING("creating"),
  READY("ready"),
  NOT_READY("not-ready"),
  FAILED("failed"),
  DELETING("deleting");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** As the API says it. */
  public String word() {
    return word;
  }

  /**
   * What is decided and what is seen, in one word.
   *
   * @param everReady whether it has been ready in this life
   */
  public static Status of(Lifecycle lifecycle, Readiness readiness, boolean everReady) {
    return switch (lifecycle) {
      case Absent ignored -> PENDING;
      case Provisioning ignored -> CREATING;
      case Provisioned provisioned ->
          provisioned.isDrifted() ? FAILED : observed(readiness, everReady);
      case ProvisioningFailed ignored -> FAILED;
      case Destroying ignored -> DELETING;
      case Destroyed ignored -> DELETING;
      case DestroyFailed ignored -> FAILED;
      case Deleted ignored -> DELETING;
    };
  }

  private static Status observed(Readiness readiness, boolean everReady) {
    return switch (readiness) {
      case Readiness.Unknown ignored -> CREATING;
      case Readiness.Ready ignored -> READY;
      case Readiness.NotReady notReady when notReady.isFatal() -> FAILED;
      case Readiness.NotReady ignored -> everReady ? NOT_READY : CREATING;
    };
  }
}
