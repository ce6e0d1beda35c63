package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What follows from the wish to keep a workspace for longer. */
final class Extensions {
  private final Admission admission;

  Extensions(Admission admission) {
    this.admission = Objects.requireNonNull(admission);
  }

  LifecycleEvent decide(Workspace workspace, Command.Extend extend, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning ignored -> extended(workspace, extend, now);
      case Lifecycle.Provisioned ignored -> extended(workspace, extend, now);
      case Lifecycle.ProvisioningFailed ignored -> extended(workspace, extend, now);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
    };
  }

  private LifecycleEvent extended(Workspace workspace, Command.Extend extend, Instant now) {
    List<FieldError> errors = admission.checkExtension(workspace, extend, now);
    return errors.isEmpty()
        ? new Event.ExpiryChanged(
            admission.expiry(extend.expiry(), now), extend.requestedBy(), extend.why())
        : new Event.Refused(Refusal.invalid(errors));
  }
}
