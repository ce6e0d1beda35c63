package dev.helium.domain;

import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.SPEC;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What becomes of one workspace, event by event, each so many milliseconds after the beginning. */
final class Story {
  static final Readiness READY = new Readiness.Ready();
  static final Readiness WAITING = notReady(ReasonKind.WAITING);
  static final Readiness BROKEN = notReady(ReasonKind.FATAL);

  private WorkspaceView view = WorkspaceView.absent(ID);

  static Story created() {
    return new Story().on(0, new Event.Created(1, 1, SPEC, "ada", EXPIRY));
  }

  /** Made and ready, with nothing noted of its pods. */
  static Story ready(long made, long ready) {
    return created().on(made, new Event.Provisioned(1, Map.of())).seen(ready, READY);
  }

  static Instant at(long milliseconds) {
    return NOW.plusMillis(milliseconds);
  }

  Story on(long milliseconds, Event.LifecycleEvent event) {
    return apply(milliseconds, Source.PROVISIONER, view.workspace().sequence() + 1, event);
  }

  Story seen(long milliseconds, Readiness readiness) {
    return seen(milliseconds, readiness, Progress.NONE, Milestones.NONE);
  }

  Story seen(long milliseconds, Readiness readiness, Progress progress, Milestones milestones) {
    return apply(
        milliseconds,
        Source.STATUS_WATCHER,
        view.observed() + 1,
        new Event.ReadinessChanged(
            view.workspace().incarnation(), readiness, progress, milestones));
  }

  WorkspaceView view() {
    return view;
  }

  Timeline timeline() {
    return view.timeline();
  }

  private Story apply(long milliseconds, Source source, long sequence, Event event) {
    Cause cause = new Cause.Commanded(new CommandId("c-" + sequence));
    view = view.apply(new EventRecord(ID, source, sequence, cause, at(milliseconds), event));
    return this;
  }

  private static Readiness notReady(ReasonKind kind) {
    return new Readiness.NotReady(List.of(new Reason(kind, "Pod/web", "Code", "because")));
  }
}
