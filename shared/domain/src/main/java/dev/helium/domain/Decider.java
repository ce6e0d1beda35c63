package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Says what follows from a command or from the report of an attempt. Pure: the same workspace,
 * command and instant always give the same events, and nothing else happens.
 *
 * <p>Intent is monotonic: once deletion was requested a workspace only goes on towards deleted.
 */
public final class Decider {
  private final Admission admission;
  private final RetryPolicy provisioning;
  private final RetryPolicy destroying;

  public Decider(
      ExpiryPolicy expiry, RetryPolicy provisioning, RetryPolicy destroying, SpecCheck check) {
    this.admission = new Admission(expiry, check);
    this.provisioning = Objects.requireNonNull(provisioning);
    this.destroying = Objects.requireNonNull(destroying);
  }

  /** The events that follow from a command; none when it was decided before. */
  public List<LifecycleEvent> decide(Workspace workspace, Command command, Instant now) {
    if (workspace.hasDecided(command.id())) {
      return List.of();
    }
    return List.of(
        switch (command) {
          case Command.Create create -> create(workspace, create, now);
          case Command.Delete delete -> delete(workspace, delete);
          case Command.ConfirmDeletion confirm -> confirm(workspace, confirm);
          case Command.Extend extend -> extend(workspace, extend, now);
          case Command.Retry retry -> retry(workspace, retry);
          case Command.Cancel cancel -> cancel(workspace, cancel);
        });
  }

  /** The events that follow from a report; none when it belongs to an attempt that is over. */
  public List<LifecycleEvent> report(Workspace workspace, AttemptReport report, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Provisioning running when running.attempt() == report.attempt() ->
          provisioningReport(workspace, running, report, now);
      case Lifecycle.Destroying running when running.attempt() == report.attempt() ->
          destroyingReport(workspace, running, report, now);
      case Lifecycle ignored -> List.of();
    };
  }

  private LifecycleEvent create(Workspace workspace, Command.Create create, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> created(workspace, create, now);
      case Lifecycle.Deleted ignored -> created(workspace, create, now);
      case Lifecycle.Provisioning ignored -> updated(workspace, create, now);
      case Lifecycle.Provisioned ignored -> updated(workspace, create, now);
      case Lifecycle.ProvisioningFailed ignored -> updated(workspace, create, now);
      case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
    };
  }

  private LifecycleEvent created(Workspace workspace, Command.Create create, Instant now) {
    List<FieldError> errors = admission.check(create, now);
    if (!errors.isEmpty()) {
      return new Event.Refused(Refusal.invalid(errors));
    }
    return new Event.Created(
        workspace.incarnation() + 1,
        workspace.attempt() + 1,
        specification(create),
        create.requestedBy(),
        admission.expiry(create.expiry(), now));
  }

  private LifecycleEvent updated(Workspace workspace, Command.Create create, Instant now) {
    List<FieldError> errors = admission.checkUpdate(workspace, create, now);
    if (!errors.isEmpty()) {
      return new Event.Refused(Refusal.invalid(errors));
    }
    return new Event.Updated(
        workspace.attempt() + 1,
        specification(create),
        create.requestedBy(),
        create.expiry() instanceof ExpiryRequest.Unspecified
            ? workspace.expiresAt()
            : admission.expiry(create.expiry(), now));
  }

  private static LifecycleEvent delete(Workspace workspace, Command.Delete delete) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> deletionOfLeftovers(workspace, delete);
      case Lifecycle.Provisioning ignored -> deletion(workspace, delete);
      case Lifecycle.Provisioned ignored -> deletion(workspace, delete);
      case Lifecycle.ProvisioningFailed ignored -> deletion(workspace, delete);
      case Lifecycle.DestroyFailed ignored -> deletion(workspace, delete);
      case Lifecycle.Destroying ignored -> new Event.Unchanged();
      case Lifecycle.Destroyed ignored -> new Event.Unchanged();
    };
  }

  private static LifecycleEvent deletion(Workspace workspace, Command.Delete delete) {
    return switch (delete.reason()) {
      case DeletionReason.Expired(Instant expiry) when !expiry.equals(workspace.expiresAt()) ->
          refused(RefusalReason.NOT_EXPIRED);
      case DeletionReason.Swept ignored -> refused(RefusalReason.NOT_DELETED);
      case DeletionReason.Expired ignored -> requested(workspace, delete);
      case DeletionReason.Requested ignored -> requested(workspace, delete);
    };
  }

  private static LifecycleEvent deletionOfLeftovers(Workspace workspace, Command.Delete delete) {
    if (delete.reason() instanceof DeletionReason.Swept(int incarnation)) {
      return incarnation == workspace.incarnation()
          ? requested(workspace, delete)
          : refused(RefusalReason.NOT_DELETED);
    }
    return refused(RefusalReason.UNKNOWN_WORKSPACE);
  }

  private static LifecycleEvent requested(Workspace workspace, Command.Delete delete) {
    return new Event.DeletionRequested(
        workspace.attempt() + 1, delete.reason(), delete.requestedBy());
  }

  private static LifecycleEvent confirm(Workspace workspace, Command.ConfirmDeletion confirm) {
    return workspace.lifecycle() instanceof Lifecycle.Destroyed
            && workspace.incarnation() == confirm.receipt().incarnation()
        ? new Event.Deleted(confirm.receipt())
        : refused(RefusalReason.NOT_DESTROYED);
  }

  private LifecycleEvent extend(Workspace workspace, Command.Extend extend, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning ignored -> extended(workspace, extend, now);
      case Lifecycle.Provisioned ignored -> extended(workspace, extend, now);
      case Lifecycle.ProvisioningFailed ignored -> extended(workspace, extend, now);
      case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
    };
  }

  private LifecycleEvent extended(Workspace workspace, Command.Extend extend, Instant now) {
    List<FieldError> errors = admission.checkExtension(workspace, extend, now);
    return errors.isEmpty()
        ? new Event.ExpiryChanged(
            admission.expiry(extend.expiry(), now), extend.requestedBy(), extend.why())
        : new Event.Refused(Refusal.invalid(errors));
  }

  /** What waits for its next attempt gets it now; what is being attempted goes on. */
  private static LifecycleEvent retry(Workspace workspace, Command.Retry retry) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning(int ignored, int failures, Instant ignoredStart) ->
          failures == 0 ? new Event.Unchanged() : retried(workspace, retry);
      case Lifecycle.Provisioned ignored -> refused(RefusalReason.NOTHING_TO_RETRY);
      case Lifecycle.ProvisioningFailed ignored -> retried(workspace, retry);
      case Lifecycle.Destroying(int ignored, int failures, Instant ignoredStart, var reason) ->
          failures == 0 ? new Event.Unchanged() : retried(workspace, retry);
      case Lifecycle.DestroyFailed ignored -> retried(workspace, retry);
      case Lifecycle.Destroyed ignored -> refused(RefusalReason.NOTHING_TO_RETRY);
    };
  }

  private static LifecycleEvent retried(Workspace workspace, Command.Retry retry) {
    return new Event.Retried(workspace.attempt() + 1, retry.requestedBy());
  }

  private static LifecycleEvent cancel(Workspace workspace, Command.Cancel cancel) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning running ->
          new Event.Cancelled(running.attempt(), cancel.requestedBy());
      case Lifecycle.Provisioned ignored -> refused(RefusalReason.NOTHING_TO_CANCEL);
      case Lifecycle.ProvisioningFailed ignored -> refused(RefusalReason.NOTHING_TO_CANCEL);
      case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
    };
  }

  private List<LifecycleEvent> provisioningReport(
      Workspace workspace, Lifecycle.Provisioning running, AttemptReport report, Instant now) {
    return switch (report) {
      case AttemptReport.Progressed progress -> List.of(progressed(progress));
      case AttemptReport.Applied(int attempt, var outputs) ->
          List.of(new Event.Provisioned(attempt, outputs));
      case AttemptReport.Failed failed ->
          List.of(failed(workspace, failed, provisioning, running.failures() + 1, now));
      case AttemptReport.Destroyed ignored -> List.of();
    };
  }

  private List<LifecycleEvent> destroyingReport(
      Workspace workspace, Lifecycle.Destroying running, AttemptReport report, Instant now) {
    return switch (report) {
      case AttemptReport.Progressed progress -> List.of(progressed(progress));
      case AttemptReport.Destroyed(int attempt) -> List.of(new Event.Destroyed(attempt));
      case AttemptReport.Failed failed ->
          List.of(failed(workspace, failed, destroying, running.failures() + 1, now));
      case AttemptReport.Applied ignored -> List.of();
    };
  }

  private static LifecycleEvent failed(
      Workspace workspace,
      AttemptReport.Failed report,
      RetryPolicy policy,
      int failures,
      Instant now) {
    Failure failure = report.failure();
    if (!failure.kind().isPassing() || !policy.allowsAfter(failures)) {
      return new Event.GaveUp(report.attempt(), failure);
    }
    return new Event.RetryScheduled(
        report.attempt(), failure, workspace.attempt() + 1, now.plus(policy.pauseAfter(failures)));
  }

  private static LifecycleEvent progressed(AttemptReport.Progressed progress) {
    return new Event.Progressed(progress.attempt(), progress.steps());
  }

  private static WorkspaceSpec specification(Command.Create create) {
    return new WorkspaceSpec(
        create.backend(),
        create.parameters(),
        create.uploads().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, upload -> upload.getValue().digest())));
  }

  private static LifecycleEvent refused(RefusalReason reason) {
    return new Event.Refused(Refusal.of(reason));
  }
}
