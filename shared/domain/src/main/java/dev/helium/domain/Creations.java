package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What follows from the wish to have a workspace, or to have it otherwise. */
final class Creations {
  private final Admission admission;

  Creations(Admission admission) {
    this.admission = Objects.requireNonNull(admission);
  }

  LifecycleEvent decide(Workspace workspace, Command.Create create, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> created(workspace, create, now);
      case Lifecycle.Deleted ignored -> created(workspace, create, now);
      case Lifecycle.Provisioning ignored -> updated(workspace, create, now);
      case Lifecycle.Provisioned ignored -> updated(workspace, create, now);
      case Lifecycle.ProvisioningFailed ignored -> updated(workspace, create, now);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
    };
  }

  private LifecycleEvent created(Workspace workspace, Command.Create create, Instant now) {
    List<FieldError> errors = admission.check(create, now);
    return errors.isEmpty()
        ? new Event.Created(
            workspace.incarnation() + 1,
            workspace.attempt() + 1,
            specification(create, Map.of()),
            create.requestedBy(),
            admission.expiry(create, now))
        : new Event.Refused(Refusal.invalid(errors));
  }

  private LifecycleEvent updated(Workspace workspace, Command.Create create, Instant now) {
    List<FieldError> errors = admission.checkUpdate(workspace, create, now);
    return errors.isEmpty()
        ? new Event.Updated(
            workspace.attempt() + 1,
            specification(create, workspace.spec().labels()),
            create.requestedBy(),
            create.expiry() instanceof ExpiryRequest.Unspecified
                ? workspace.expiresAt()
                : admission.expiry(workspace, create.expiry(), now))
        : new Event.Refused(Refusal.invalid(errors));
  }

  /**
   * @param present labels, which stay unless the command says others
   */
  private static WorkspaceSpec specification(Command.Create create, Map<String, String> present) {
    return new WorkspaceSpec(
        create.backend(),
        create.parameters(),
        create.uploads().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, upload -> upload.getValue().digest())),
        switch (create.labelling()) {
          case LabelRequest.Unspecified ignored -> present;
          case LabelRequest.Exactly(var labels) -> labels;
        });
  }
}
