package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What follows from the wish to keep a workspace for longer, or for less long. */
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
            admission.expiry(workspace, extend.expiry(), now), extend.requestedBy(), extend.why())
        : new Event.Refused(Refusal.invalid(errors));
  }

  LifecycleEvent shorten(Workspace workspace, Command.Shorten shorten, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning ignored -> shortened(workspace, shorten, now);
      case Lifecycle.Provisioned ignored -> shortened(workspace, shorten, now);
      case Lifecycle.ProvisioningFailed ignored -> shortened(workspace, shorten, now);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
    };
  }

  private LifecycleEvent shortened(Workspace workspace, Command.Shorten shorten, Instant now) {
    List<FieldError> errors = admission.checkShortening(workspace, shorten, now);
    return errors.isEmpty()
        ? new Event.ExpiryChanged(
            admission.expiry(workspace, shorten.expiry(), now),
            shorten.requestedBy(),
            shorten.why())
        : new Event.Refused(Refusal.invalid(errors));
  }
}
