package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What follows from the wish to keep a workspace from being ended, and to do so no longer. */
final class Protections {
  private final Admission admission;

  Protections(Admission admission) {
    this.admission = Objects.requireNonNull(admission);
  }

  LifecycleEvent protect(Workspace workspace, Command.Protect protect, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning ignored -> protectedFor(workspace, protect, now);
      case Lifecycle.Provisioned ignored -> protectedFor(workspace, protect, now);
      case Lifecycle.ProvisioningFailed ignored -> protectedFor(workspace, protect, now);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
    };
  }

  static LifecycleEvent unprotect(Workspace workspace, Command.Unprotect unprotect, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning ignored -> unprotected(workspace, unprotect, now);
      case Lifecycle.Provisioned ignored -> unprotected(workspace, unprotect, now);
      case Lifecycle.ProvisioningFailed ignored -> unprotected(workspace, unprotect, now);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
    };
  }

  private LifecycleEvent protectedFor(Workspace workspace, Command.Protect protect, Instant now) {
    List<FieldError> errors = admission.checkProtection(workspace, protect, now);
    return errors.isEmpty()
        ? new Event.Protected(
            admission.protectedUntil(workspace, protect, now), protect.requestedBy(), protect.why())
        : new Event.Refused(Refusal.invalid(errors));
  }

  private static LifecycleEvent unprotected(
      Workspace workspace, Command.Unprotect unprotect, Instant now) {
    return workspace.terms().protection().holds(now)
        ? new Event.Unprotected(unprotect.requestedBy())
        : Event.Refused.because(RefusalReason.NOT_PROTECTED);
  }
}
