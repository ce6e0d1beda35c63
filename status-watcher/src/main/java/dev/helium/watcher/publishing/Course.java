package dev.helium.watcher.publishing;

import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Readiness;
import dev.helium.domain.Timeline;
import dev.helium.domain.WorkspaceView;
import java.time.Instant;
import java.util.Objects;

/**
 * How far one life has come, for what is measured of it.
 *
 * @param backend that it is made by; empty before the first life
 * @param everReady whether it has been ready: what it comes to after that is no part of its making
 */
record Course(String backend, Timeline timeline, boolean everReady) {
  static final Course NONE = new Course("", Timeline.NONE, false);

  Course {
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(timeline, "timeline");
  }

  static Course of(WorkspaceView view) {
    return new Course(
        view.workspace().spec().backend(),
        view.timeline(),
        view.everReady() || view.timeline().making().isReady());
  }

  Course after(LifecycleEvent event, Instant time, Readiness readiness) {
    Timeline next = timeline.after(event, time, readiness);
    return event instanceof Event.Created created
        ? new Course(created.spec().backend(), next, false)
        : at(next);
  }

  Course seeing(Event.ReadinessChanged seen, Instant time) {
    return at(timeline.seeing(seen, time));
  }

  private Course at(Timeline next) {
    return new Course(backend, next, everReady || next.making().isReady());
  }
}
