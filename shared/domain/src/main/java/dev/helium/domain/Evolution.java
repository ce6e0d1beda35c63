package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;

/** How each lifecycle event changes a workspace. */
final class Evolution {
  private Evolution() {}

  /** What was announced of an end holds no longer when there is another one. */
  static Workspace of(Workspace workspace, LifecycleEvent event, Instant time) {
    Workspace after = changed(workspace, event, time);
    return after.endsAt().equals(workspace.endsAt())
        ? after
        : after.under(after.terms().announced(Duration.ZERO));
  }

  private static Workspace changed(Workspace workspace, LifecycleEvent event, Instant time) {
    return switch (event) {
      case Event.Created created ->
          workspace
              .born(created.incarnation(), created.createdBy(), time)
              .wanting(created.spec(), created.expiresAt())
              .under(Terms.NONE)
              .attempting(created.attempt())
              .in(new Lifecycle.Provisioning(created.attempt(), 0, time));
      case Event.Updated updated ->
          workspace
              .wanting(updated.spec(), updated.expiresAt())
              .attempting(updated.attempt())
              .in(
                  new Lifecycle.Provisioning(
                      updated.attempt(), 0, time, Drifts.isToBeLookedAt(workspace)));
      case Event.ExpiryChanged changed -> workspace.wanting(workspace.spec(), changed.expiresAt());
      case Event.Retried(int attempt, String ignored) -> retried(workspace, attempt, time);
      case Event.Cancelled(int attempt, String by) ->
          workspace.in(new Lifecycle.ProvisioningFailed(attempt, cancellation(by)));
      case Event.DeletionRequested requested ->
          workspace
              .under(workspace.terms().ending(requested.reason()))
              .attempting(requested.attempt())
              .in(new Lifecycle.Destroying(requested.attempt(), 0, time, requested.reason()));
      case Event.Progressed ignored -> workspace;
      case Event.Provisioned(int attempt, var outputs) ->
          workspace.in(new Lifecycle.Provisioned(attempt, outputs));
      case Event.RetryScheduled retry -> retrying(workspace, retry);
      case Event.GaveUp(int attempt, Failure failure) -> givenUp(workspace, attempt, failure);
      case Event.Destroyed(int attempt) -> destroyed(workspace, attempt);
      case Event.Deleted(Receipt receipt) -> workspace.in(new Lifecycle.Deleted(receipt));
      case Event.DeletionHeld ignored -> workspace;
      case Event.Drifted(int attempt, String what) -> drifted(workspace, attempt, what);
      case Event.ClusterGone(int attempt, String ignored) ->
          withoutCluster(workspace, attempt, time);
      case Event.Unchanged ignored -> workspace;
      case Event.Refused ignored -> workspace;
      case Event.Protected(Instant until, String by, String why) ->
          workspace.under(workspace.terms().with(new Protection(until, by, why)));
      case Event.Unprotected ignored -> workspace.under(workspace.terms().with(Protection.NONE));
      case Event.ExpiringSoon soon -> workspace.under(workspace.terms().announced(soon.lead()));
    };
  }

  static boolean startsAttempt(Event event) {
    return event instanceof Event.Created
        || event instanceof Event.Updated
        || event instanceof Event.Retried
        || event instanceof Event.ClusterGone
        || event instanceof Event.DeletionRequested;
  }

  private static Workspace retried(Workspace workspace, int attempt, Instant time) {
    Workspace attempting = workspace.attempting(attempt);
    return switch (workspace.lifecycle()) {
      case Lifecycle.Destroying destroying ->
          attempting.in(new Lifecycle.Destroying(attempt, 0, time, destroying.reason()));
      case Lifecycle.DestroyFailed failed ->
          attempting.in(new Lifecycle.Destroying(attempt, 0, time, failed.reason()));
      case Lifecycle ignored ->
          attempting.in(
              new Lifecycle.Provisioning(attempt, 0, time, Drifts.isToBeLookedAt(workspace)));
    };
  }

  /** Whatever else is said of its end stays said. */
  private static Workspace withoutCluster(Workspace workspace, int attempt, Instant time) {
    Workspace attempting = workspace.under(workspace.terms().withoutCluster()).attempting(attempt);
    return switch (workspace.lifecycle()) {
      case Lifecycle.Destroying destroying ->
          attempting.in(new Lifecycle.Destroying(attempt, 0, time, destroying.reason()));
      case Lifecycle.DestroyFailed failed ->
          attempting.in(new Lifecycle.Destroying(attempt, 0, time, failed.reason()));
      case Lifecycle ignored -> workspace;
    };
  }

  private static Failure cancellation(String by) {
    return new Failure(
        FailureKind.CANCELLED, by.isEmpty() ? "it was cancelled" : "it was cancelled by " + by);
  }

  private static Workspace retrying(Workspace workspace, Event.RetryScheduled retry) {
    int next = retry.nextAttempt();
    Workspace attempting = workspace.attempting(next);
    return switch (workspace.lifecycle()) {
      case Lifecycle.Provisioning provisioning ->
          attempting.in(
              new Lifecycle.Provisioning(
                  next, provisioning.failures() + 1, retry.notBefore(), provisioning.afresh()));
      case Lifecycle.Destroying destroying ->
          attempting.in(
              new Lifecycle.Destroying(
                  next, destroying.failures() + 1, retry.notBefore(), destroying.reason()));
      case Lifecycle other -> attempting.in(other);
    };
  }

  private static Workspace givenUp(Workspace workspace, int attempt, Failure failure) {
    return workspace.lifecycle() instanceof Lifecycle.Destroying destroying
        ? workspace.in(new Lifecycle.DestroyFailed(attempt, failure, destroying.reason()))
        : workspace.in(new Lifecycle.ProvisioningFailed(attempt, failure));
  }

  private static Workspace drifted(Workspace workspace, int attempt, String what) {
    return workspace.lifecycle() instanceof Lifecycle.Provisioned made && made.attempt() == attempt
        ? workspace.in(new Lifecycle.Provisioned(attempt, made.outputs(), what))
        : workspace;
  }

  private static Workspace destroyed(Workspace workspace, int attempt) {
    return workspace.lifecycle() instanceof Lifecycle.Destroying destroying
        ? workspace.in(new Lifecycle.Destroyed(attempt, destroying.reason()))
        : workspace.in(new Lifecycle.Destroyed(attempt, new DeletionReason.Requested()));
  }
}
