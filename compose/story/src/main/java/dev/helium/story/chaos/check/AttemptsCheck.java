package dev.helium.story.chaos.check;

import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.story.chaos.journal.Logged;
import java.util.ArrayList;
import java.util.List;

/** Only the attempt of the moment has an effect, and none that makes anything once it has to go. */
final class AttemptsCheck implements Check {
  private final List<String> late = new ArrayList<>();
  private final List<String> revived = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private long reports;
  private long deletions;

  @Override
  public List<Finding> examine(Evidence evidence) {
    evidence.journal().byWorkspace().forEach(this::follow);
    return List.of(
        new Finding(reports, "reports came from the one attempt of that moment", late),
        new Finding(deletions, "deletions were followed by nothing that makes or changes", revived),
        new Finding(reports, "reports say of no attempt that it was given up", failed));
  }

  private void follow(String name, List<Logged<EventRecord>> events) {
    Workspace workspace = Workspace.absent(new WorkspaceId(name));
    for (Logged<EventRecord> logged : events) {
      EventRecord event = logged.value();
      if (event.source() == Source.PROVISIONER) {
        look(workspace, event);
        workspace = workspace.apply(event);
      }
    }
  }

  private void look(Workspace before, EventRecord record) {
    switch (record.event()) {
      case Event.Progressed(int attempt, var steps) -> report(before, record, attempt, true);
      case Event.Provisioned(int attempt, var outputs) -> {
        report(before, record, attempt, isProvisioning(before));
        making(before, record);
      }
      case Event.RetryScheduled(int attempt, var failure, int next, var at) ->
          report(before, record, attempt, next == before.attempt() + 1);
      case Event.GaveUp(int attempt, var failure) -> {
        report(before, record, attempt, true);
        failed.add("%s: %s, %s".formatted(record.id(), failure.kind(), failure.message()));
      }
      case Event.Destroyed(int attempt) ->
          report(before, record, attempt, before.lifecycle() instanceof Lifecycle.Destroying);
      case Event.Created created -> starts(before, record, created.attempt());
      case Event.Updated updated -> {
        starts(before, record, updated.attempt());
        making(before, record);
      }
      case Event.Retried retried -> starts(before, record, retried.attempt());
      case Event.ClusterGone gone -> starts(before, record, gone.attempt());
      case Event.DeletionRequested requested -> {
        deletions++;
        starts(before, record, requested.attempt());
      }
      case Event.Cancelled ignored -> making(before, record);
      case Event.ExpiryChanged ignored -> making(before, record);
      case Event.Deleted ignored -> {}
      case Event.DeletionHeld ignored -> {}
      case Event.Drifted ignored -> {}
      case Event.Unchanged ignored -> {}
      case Event.Refused ignored -> {}
      case Event.Protected ignored -> making(before, record);
      case Event.Unprotected ignored -> making(before, record);
      case Event.ExpiringSoon ignored -> making(before, record);
      case Event.ObservationEvent ignored -> {}
    }
  }

  private void report(Workspace before, EventRecord record, int attempt, boolean fits) {
    reports++;
    boolean running =
        switch (before.lifecycle()) {
          case Lifecycle.Provisioning provisioning -> provisioning.attempt() == attempt;
          case Lifecycle.Destroying destroying -> destroying.attempt() == attempt;
          case Lifecycle ignored -> false;
        };
    if (!running || !fits) {
      late.add(
          "%s: %s of attempt %d, when it was %s"
              .formatted(
                  record.id(),
                  record.event().getClass().getSimpleName(),
                  attempt,
                  before.lifecycle()));
    }
  }

  private void starts(Workspace before, EventRecord record, int attempt) {
    if (attempt <= before.attempt()) {
      late.add("%s: attempt %d after %d".formatted(record.id(), attempt, before.attempt()));
    }
  }

  /** Intent does not turn back: on the way out nothing is made, and only a new life makes again. */
  private void making(Workspace before, EventRecord record) {
    boolean leaving =
        switch (before.lifecycle()) {
          case Lifecycle.Destroying ignored -> true;
          case Lifecycle.DestroyFailed ignored -> true;
          case Lifecycle.Destroyed ignored -> true;
          case Lifecycle.Deleted ignored -> true;
          case Lifecycle ignored -> false;
        };
    if (leaving) {
      revived.add(
          "%s: %s, when it was %s"
              .formatted(
                  record.id(), record.event().getClass().getSimpleName(), before.lifecycle()));
    }
  }

  private static boolean isProvisioning(Workspace workspace) {
    return workspace.lifecycle() instanceof Lifecycle.Provisioning;
  }
}
