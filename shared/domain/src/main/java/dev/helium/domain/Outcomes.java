package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What follows from how attempts go. Only the attempt that is under way counts. */
final class Outcomes {
  private final RetryPolicy provisioning;
  private final RetryPolicy destroying;

  Outcomes(RetryPolicy provisioning, RetryPolicy destroying) {
    this.provisioning = Objects.requireNonNull(provisioning);
    this.destroying = Objects.requireNonNull(destroying);
  }

  List<LifecycleEvent> of(Workspace workspace, AttemptReport report, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Provisioning running when running.attempt() == report.attempt() ->
          whileProvisioning(workspace, running, report, now);
      case Lifecycle.Destroying running when running.attempt() == report.attempt() ->
          whileDestroying(workspace, running, report, now);
      case Lifecycle ignored -> List.of();
    };
  }

  private List<LifecycleEvent> whileProvisioning(
      Workspace workspace, Lifecycle.Provisioning running, AttemptReport report, Instant now) {
    return switch (report) {
      case AttemptReport.Progressed(int attempt, var steps) ->
          List.of(new Event.Progressed(attempt, steps));
      case AttemptReport.Applied(int attempt, var outputs) ->
          List.of(new Event.Provisioned(attempt, outputs));
      case AttemptReport.Failed failed ->
          List.of(failed(workspace, failed, provisioning, running.failures() + 1, now));
      case AttemptReport.Destroyed ignored -> List.of();
    };
  }

  private List<LifecycleEvent> whileDestroying(
      Workspace workspace, Lifecycle.Destroying running, AttemptReport report, Instant now) {
    return switch (report) {
      case AttemptReport.Progressed(int attempt, var steps) ->
          List.of(new Event.Progressed(attempt, steps));
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
}
