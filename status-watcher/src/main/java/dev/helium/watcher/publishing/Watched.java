package dev.helium.watcher.publishing;

import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.watcher.folding.Assessment;
import dev.helium.watcher.folding.Life;
import dev.helium.wire.EventEnvelope;
import java.time.Duration;
import java.time.Instant;

/** What is known of one name. For one thread only. */
final class Watched {
  private Life life;
  private long lived;
  private final Stillness stillness = new Stillness();
  private final Spacing spacing = new Spacing();
  private Said said;
  private Course course;
  private boolean appending;
  private Instant reconsidered = Instant.MAX;
  private Runnable timer = Watched::noTimer;

  private Watched(Life life, long lived, Said said, Course course) {
    this.life = life;
    this.lived = lived;
    this.said = said;
    this.course = course;
  }

  /** A name of which the log has nothing. */
  static Watched unheardOf() {
    return new Watched(Life.NONE, 0, Said.NOTHING, Course.NONE);
  }

  /** A name of which the log has what a view is the fold of. */
  static Watched of(WorkspaceView view) {
    return new Watched(Life.of(view), view.workspace().sequence(), Said.of(view), Course.of(view));
  }

  Life life() {
    return life;
  }

  Said said() {
    return said;
  }

  Course course() {
    return course;
  }

  boolean isAppending() {
    return appending;
  }

  void appending(boolean now) {
    appending = now;
  }

  /** Takes in an event of the log; true when it changes what there is to say. */
  boolean learn(EventRecord record) {
    return switch (record.event()) {
      case LifecycleEvent event -> live(record.sequence(), event, record.time());
      case ObservationEvent event -> hear(record.sequence(), event, record.time());
    };
  }

  /** What is to be said of what is seen: that it is ready only when it has settled. */
  Assessment settled(WorkspaceId workspace, Assessment seen, Duration settle, Instant now) {
    return stillness.hold(workspace, seen, said.isReady(life.incarnation()), settle, now);
  }

  /** The first instant at which that may be said; one that has passed when it may at once. */
  Instant earliest(Assessment seen, Instant now) {
    return spacing.earliest(life, course.everReady(), seen, now);
  }

  /** Takes in that an event cannot be read. What it said will be said again if it holds. */
  void passOver(EventEnvelope unreadable) {
    switch (unreadable.source()) {
      case PROVISIONER -> {
        // Another numbers those; a number that is never seen does no harm here.
      }
      case STATUS_WATCHER -> said = said.passOver(unreadable.sequence());
    }
  }

  /** Arms a timer for an instant unless it is armed for that one already. */
  void reconsider(Instant when, Arming arming) {
    if (when.equals(reconsidered)) {
      return;
    }
    timer.run();
    reconsidered = when;
    timer = when.equals(Instant.MAX) ? Watched::noTimer : arming.arm(when);
  }

  /** The timer has fired. */
  void reconsidered() {
    reconsidered = Instant.MAX;
    timer = Watched::noTimer;
  }

  private boolean live(long sequence, LifecycleEvent event, Instant time) {
    if (sequence <= lived) {
      return false;
    }
    course = course.after(event, time, said.about(life.incarnation()).readiness());
    lived = sequence;
    Life before = life;
    life = life.after(event);
    if (before.stage() == Life.Stage.BEING_CHANGED && event instanceof Event.Provisioned) {
      stillness.changed();
    }
    if (event instanceof Event.Deleted) {
      said = said.over();
    }
    return !life.equals(before) && !(event instanceof Event.Deleted);
  }

  private boolean hear(long sequence, ObservationEvent event, Instant time) {
    if (sequence > said.sequence()
        && event.incarnation() == life.incarnation()
        && event instanceof Event.ReadinessChanged seen) {
      course = course.seeing(seen, time);
      spacing.said(seen, time);
    }
    said = said.after(sequence, event);
    return false;
  }

  /** Disarms the timer: the name is somebody else's to watch. */
  void leave() {
    timer.run();
    reconsidered();
  }

  private static void noTimer() {}

  /** Arms a timer and returns what disarms it. */
  @FunctionalInterface
  interface Arming {
    Runnable arm(Instant when);
  }
}
