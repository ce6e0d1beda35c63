package dev.helium.domain.quota;

import dev.helium.domain.DeletionReason;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Workspace;

/** Which workspaces take anything: those between their creation and the proof of their end. */
final class Living {
  private Living() {}

  /** What is swept has given back what it took when it was proven gone. */
  static boolean is(Workspace workspace) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> false;
      case Lifecycle.Deleted ignored -> false;
      case Lifecycle.Provisioning ignored -> true;
      case Lifecycle.Provisioned ignored -> true;
      case Lifecycle.ProvisioningFailed ignored -> true;
      case Lifecycle.Destroying destroying -> !isSwept(destroying.reason());
      case Lifecycle.DestroyFailed failed -> !isSwept(failed.reason());
      case Lifecycle.Destroyed destroyed -> !isSwept(destroyed.reason());
    };
  }

  private static boolean isSwept(DeletionReason reason) {
    return reason instanceof DeletionReason.Swept;
  }
}
