package dev.helium.provisioner.attempt;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Workspace;
import dev.helium.provisioner.decide.Owner;
import dev.helium.provisioner.metrics.Direction;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt that is due.
 *
 * @param workspace as it was when the attempt was called for
 */
record Job(Workspace workspace, Direction direction, int attempt, Instant notBefore, Owner owner) {
  /** What the state of a workspace calls for, if anything. */
  static Optional<Job> dueFor(Workspace workspace, Owner owner) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Provisioning making ->
          Optional.of(
              new Job(workspace, Direction.APPLY, making.attempt(), making.notBefore(), owner));
      case Lifecycle.Destroying(int attempt, int ignored, Instant notBefore, var ignoredReason) ->
          Optional.of(new Job(workspace, Direction.DESTROY, attempt, notBefore, owner));
      case Lifecycle.Absent ignored -> Optional.empty();
      case Lifecycle.Provisioned ignored -> Optional.empty();
      case Lifecycle.ProvisioningFailed ignored -> Optional.empty();
      case Lifecycle.DestroyFailed ignored -> Optional.empty();
      case Lifecycle.Destroyed ignored -> Optional.empty();
      case Lifecycle.Deleted ignored -> Optional.empty();
    };
  }

  /** True for the same attempt under the same ownership. */
  boolean isSameAs(Job other) {
    return attempt == other.attempt
        && owner.fence().equals(other.owner.fence())
        && workspace.id().equals(other.workspace.id());
  }
}
