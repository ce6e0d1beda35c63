package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;

/** What follows when the cluster is found gone from which a workspace is on its way out. */
final class ClusterLosses {
  private ClusterLosses() {}

  static LifecycleEvent decide(Workspace workspace, Command.ReportClusterGone report) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      // What lives is not ended by what happens to its cluster: its owner may want it elsewhere.
      case Lifecycle.Provisioning ignored -> Event.Refused.because(RefusalReason.NOT_LEAVING);
      case Lifecycle.Provisioned ignored -> Event.Refused.because(RefusalReason.NOT_LEAVING);
      case Lifecycle.ProvisioningFailed ignored -> Event.Refused.because(RefusalReason.NOT_LEAVING);
      case Lifecycle.Destroying ignored -> ofLeaving(workspace, report);
      case Lifecycle.DestroyFailed ignored -> ofLeaving(workspace, report);
      case Lifecycle.Destroyed ignored ->
          isOf(workspace, report)
              ? new Event.Unchanged()
              : Event.Refused.because(RefusalReason.NOT_LEAVING);
    };
  }

  private static LifecycleEvent ofLeaving(Workspace workspace, Command.ReportClusterGone report) {
    if (!isOf(workspace, report)) {
      return Event.Refused.because(RefusalReason.NOT_LEAVING);
    }
    return workspace.terms().clusterGone()
        ? new Event.Unchanged()
        : new Event.ClusterGone(workspace.attempt() + 1, report.evidence());
  }

  /**
   * Nobody is told that the default cluster is gone: there is nothing to tell it from an outage.
   */
  private static boolean isOf(Workspace workspace, Command.ReportClusterGone report) {
    return workspace.incarnation() == report.incarnation()
        && !ClusterName.of(workspace.spec()).isDefault();
  }
}
