package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;

/** What follows when something of a workspace is found missing. */
final class Drifts {
  private Drifts() {}

  static LifecycleEvent decide(Workspace workspace, Command.ReportDrift report) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioned made when made.attempt() == report.attempt() ->
          made.isDrifted()
              ? new Event.Unchanged()
              : new Event.Drifted(report.attempt(), report.what());
      case Lifecycle.Provisioned ignored -> Event.Refused.because(RefusalReason.NOT_DRIFTED);
      // What is being made, or was left half made, is not expected to be whole.
      case Lifecycle.Provisioning ignored -> Event.Refused.because(RefusalReason.NOT_DRIFTED);
      case Lifecycle.ProvisioningFailed ignored -> Event.Refused.because(RefusalReason.NOT_DRIFTED);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
    };
  }

  /** True while something that this attempt made is known to be missing. */
  static boolean isKnown(Workspace workspace, int attempt) {
    return workspace.lifecycle() instanceof Lifecycle.Provisioned made
        && made.isDrifted()
        && made.attempt() == attempt;
  }

  /** True when the stack may know of what is not there, so that the next attempt has to look. */
  static boolean isToBeLookedAt(Workspace workspace) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Provisioned made -> made.isDrifted();
      case Lifecycle.Provisioning making -> making.afresh();
      case Lifecycle ignored -> false;
    };
  }
}
