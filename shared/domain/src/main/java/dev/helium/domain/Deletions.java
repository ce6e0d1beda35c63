package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;

/** What follows from the wish to end a workspace, and from the proof that it is gone. */
final class Deletions {
  private Deletions() {}

  static LifecycleEvent decide(Workspace workspace, Command.Delete delete, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> ofLeftovers(workspace, delete);
      case Lifecycle.Provisioning ignored -> ofLiving(workspace, delete, now);
      case Lifecycle.Provisioned ignored -> ofLiving(workspace, delete, now);
      case Lifecycle.ProvisioningFailed ignored -> ofLiving(workspace, delete, now);
      case Lifecycle.DestroyFailed ignored -> ofLiving(workspace, delete, now);
      case Lifecycle.Destroying ignored -> new Event.Unchanged();
      case Lifecycle.Destroyed ignored -> new Event.Unchanged();
    };
  }

  static LifecycleEvent confirm(Workspace workspace, Command.ConfirmDeletion confirm) {
    return workspace.lifecycle() instanceof Lifecycle.Destroyed
            && workspace.incarnation() == confirm.receipt().incarnation()
        ? new Event.Deleted(confirm.receipt())
        : Event.Refused.because(RefusalReason.NOT_DESTROYED);
  }

  static LifecycleEvent held(Workspace workspace, Command.ReportHeld report) {
    return workspace.lifecycle() instanceof Lifecycle.Destroyed
            && workspace.incarnation() == report.incarnation()
        ? new Event.DeletionHeld(report.incarnation(), report.holdup())
        : Event.Refused.because(RefusalReason.NOT_DESTROYED);
  }

  private static LifecycleEvent ofLiving(Workspace workspace, Command.Delete delete, Instant now) {
    return switch (delete.reason()) {
      case DeletionReason.Requested ignored -> wished(workspace, delete, now);
      case DeletionReason.Expired expired -> expired(workspace, delete, expired);
      case DeletionReason.Swept ignored -> Event.Refused.because(RefusalReason.NOT_DELETED);
      case DeletionReason.Drifted(int attempt) ->
          Drifts.isKnown(workspace, attempt)
              ? wished(workspace, delete, now)
              : Event.Refused.because(RefusalReason.NOT_DRIFTED);
    };
  }

  private static LifecycleEvent wished(Workspace workspace, Command.Delete delete, Instant now) {
    Protection protection = workspace.terms().protection();
    return protection.holds(now)
        ? Event.Refused.because(RefusalReason.PROTECTED, protection.sentence())
        : requested(workspace, delete);
  }

  /** Goes by what was found passed, and not by a clock of its own, which may be another one. */
  private static LifecycleEvent expired(
      Workspace workspace, Command.Delete delete, DeletionReason.Expired found) {
    Protection protection = workspace.terms().protection();
    if (!found.expiry().equals(workspace.expiresAt())) {
      return Event.Refused.because(RefusalReason.NOT_EXPIRED);
    }
    return protection.equals(Protection.NONE) || protection.until().equals(found.protectedUntil())
        ? requested(workspace, delete)
        : Event.Refused.because(RefusalReason.PROTECTED, protection.sentence());
  }

  /** Nobody can want the end of what has ended; only what was left of it can still go. */
  private static LifecycleEvent ofLeftovers(Workspace workspace, Command.Delete delete) {
    return switch (delete.reason()) {
      case DeletionReason.Requested ignored ->
          Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case DeletionReason.Expired ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case DeletionReason.Swept(int incarnation) ->
          incarnation <= workspace.incarnation()
              ? requested(workspace, delete)
              : Event.Refused.because(RefusalReason.NOT_DELETED);
      case DeletionReason.Drifted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
    };
  }

  private static LifecycleEvent requested(Workspace workspace, Command.Delete delete) {
    return new Event.DeletionRequested(
        workspace.attempt() + 1, delete.reason(), delete.requestedBy());
  }
}
