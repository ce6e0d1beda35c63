package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;

/** What follows when somebody wants an attempt made now, or given up. */
final class Interventions {
  private Interventions() {}

  static LifecycleEvent retry(Workspace workspace, Command.Retry retry, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning provisioning ->
          notDue(workspace, retry, provisioning.notBefore().isAfter(now));
      case Lifecycle.Provisioned provisioned ->
          provisioned.isDrifted()
              ? ofFailed(workspace, retry)
              : Event.Refused.because(RefusalReason.NOTHING_TO_RETRY);
      case Lifecycle.ProvisioningFailed ignored -> ofFailed(workspace, retry);
      case Lifecycle.Destroying(int ignored, int ignoredFailures, Instant notBefore, var reason) ->
          notDue(workspace, retry, notBefore.isAfter(now));
      case Lifecycle.DestroyFailed ignored -> ofFailed(workspace, retry);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.NOTHING_TO_RETRY);
    };
  }

  static LifecycleEvent cancel(Workspace workspace, Command.Cancel cancel) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning running ->
          new Event.Cancelled(running.attempt(), cancel.requestedBy());
      case Lifecycle.Provisioned ignored -> Event.Refused.because(RefusalReason.NOTHING_TO_CANCEL);
      case Lifecycle.ProvisioningFailed ignored ->
          Event.Refused.because(RefusalReason.NOTHING_TO_CANCEL);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
    };
  }

  /** What waits for its time gets it now; what may be under way already goes on. */
  private static LifecycleEvent notDue(Workspace workspace, Command.Retry retry, boolean waits) {
    return waits ? ofFailed(workspace, retry) : new Event.Unchanged();
  }

  /** Who names an attempt wants no other: somebody else may have begun one since. */
  private static LifecycleEvent ofFailed(Workspace workspace, Command.Retry retry) {
    return retry.attempt() == Command.Retry.WHICHEVER || retry.attempt() == workspace.attempt()
        ? retried(workspace, retry)
        : Event.Refused.because(RefusalReason.NOTHING_TO_RETRY);
  }

  private static LifecycleEvent retried(Workspace workspace, Command.Retry retry) {
    return new Event.Retried(workspace.attempt() + 1, retry.requestedBy());
  }
}
