package dev.helium.gateway.recent;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Workspace;
import dev.helium.gateway.history.EventJson;
import java.util.Map;
import java.util.Optional;

/**
 * What the newest state of a name says of its events: all that stands beside the newest one, and
 * much of what stands beside those of its first life.
 */
record PresentLife(Workspace workspace) {
  /**
   * What stands beside an event; empty when only the events before it say that.
   *
   * @param newest whether nothing came after it
   * @param ofALife whether it says by itself that there was a life before it
   * @param labels whether they matter
   */
  Optional<Beside> beside(boolean newest, boolean ofALife, boolean labels) {
    if (workspace.incarnation() == 0) {
      return Optional.of(Beside.NOTHING);
    }
    if (newest || (isFirst(ofALife) && isAsCreated())) {
      return Optional.of(withoutLabels().labelled(workspace.spec().labels()));
    }
    return isFirst(ofALife) && !labels ? Optional.of(withoutLabels()) : Optional.empty();
  }

  /** What is left to say when the events before it are gone. */
  Beside atLeast(boolean ofALife) {
    return isFirst(ofALife) ? withoutLabels() : Beside.NOTHING;
  }

  private boolean isFirst(boolean ofALife) {
    return workspace.incarnation() == 1 && ofALife;
  }

  /** Every change of what is wanted begins another attempt, and so does a deletion. */
  private boolean isAsCreated() {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Destroying ignored -> workspace.attempt() <= 2;
      case Lifecycle.DestroyFailed ignored -> workspace.attempt() <= 2;
      case Lifecycle.Destroyed ignored -> workspace.attempt() <= 2;
      case Lifecycle.Deleted ignored -> workspace.attempt() <= 2;
      case Lifecycle.Provisioning ignored -> workspace.attempt() == 1;
      case Lifecycle.Provisioned ignored -> workspace.attempt() == 1;
      case Lifecycle.ProvisioningFailed ignored -> workspace.attempt() == 1;
      case Lifecycle.Absent ignored -> true;
    };
  }

  private Beside withoutLabels() {
    return new Beside(
        workspace.createdBy(), workspace.spec().backend(), Map.of(), false, EventJson.UNNUMBERED);
  }
}
