package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What follows from the wish to have a workspace back that has expired. */
final class Revivals {
  private static final String WAIT =
      "It is still being deleted; wait until it is gone, and ask again.";
  private static final String LIVES = "It lives, so there is nothing to bring back.";
  private static final String NOT_EXPIRED =
      "It did not end because its time was up; create it anew.";
  private static final String NOT_KEPT =
      "What it was made of can no longer be used; create it anew.";

  private final LifetimePolicy policies;
  private final Admission admission;

  Revivals(LifetimePolicy policies, Admission admission) {
    this.policies = Objects.requireNonNull(policies);
    this.admission = Objects.requireNonNull(admission);
  }

  LifecycleEvent decide(Workspace workspace, Command.Revive revive, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted(Receipt receipt) -> ofDeleted(workspace, receipt, revive, now);
      case Lifecycle.Provisioning ignored -> refused(LIVES);
      case Lifecycle.Provisioned ignored -> refused(LIVES);
      case Lifecycle.ProvisioningFailed ignored -> refused(LIVES);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED, WAIT);
      case Lifecycle.DestroyFailed ignored ->
          Event.Refused.because(RefusalReason.BEING_DELETED, WAIT);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED, WAIT);
    };
  }

  private LifecycleEvent ofDeleted(
      Workspace workspace, Receipt receipt, Command.Revive revive, Instant now) {
    if (!workspace.terms().expired()) {
      return refused(NOT_EXPIRED);
    }
    if (!policies.isRevivable(workspace, now)) {
      return refused(
          "It could be brought back until " + policies.graceEnd(receipt) + "; create it anew.");
    }
    List<FieldError> errors = admission.checkRevival(workspace, revive, now);
    if (!errors.isEmpty()) {
      return new Event.Refused(Refusal.invalid(errors));
    }
    List<FieldError> lacking = admission.checkRecord(workspace);
    return lacking.isEmpty()
        ? new Event.Created(
            workspace.incarnation() + 1,
            workspace.attempt() + 1,
            workspace.spec(),
            workspace.createdBy(),
            admission.expiry(workspace, revive.expiry(), now),
            revive.requestedBy())
        : new Event.Refused(new Refusal(RefusalReason.NOT_REVIVABLE, lacking, NOT_KEPT));
  }

  private static LifecycleEvent refused(String detail) {
    return Event.Refused.because(RefusalReason.NOT_REVIVABLE, detail);
  }
}
