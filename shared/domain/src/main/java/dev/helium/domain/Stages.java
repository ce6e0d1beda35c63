package dev.helium.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a timeline, each from where the one before ends. Writers' clocks differ, and the
 * cluster notes seconds, so no stage is let end before it begins.
 */
public final class Stages {
  private final List<Stage> stages = new ArrayList<>();
  private final Stage.State unfinished;

  private Stages(Stage.State unfinished) {
    this.unfinished = unfinished;
  }

  /** The end of a stage, as far as it is known. */
  private record End(Stage.Name name, Instant at) {}

  /**
   * In order, those of its deletion last. Of one that is being deleted those that it never came to
   * are left out; a name never used has none.
   */
  public static List<Stage> of(WorkspaceView view) {
    Stages stages =
        new Stages(view.status() == Status.FAILED ? Stage.State.FAILED : Stage.State.UNDER_WAY);
    Making making = view.timeline().making();
    Ending ending = view.timeline().ending();
    stages.add(
        List.of(
            new End(Stage.Name.DECIDED, making.requested()),
            new End(Stage.Name.APPLIED, making.applied()),
            new End(Stage.Name.SCHEDULED, making.scheduled()),
            new End(Stage.Name.IMAGES, making.started()),
            new End(Stage.Name.READY, making.ready())),
        !ending.isRequested());
    stages.add(
        List.of(
            new End(Stage.Name.DELETION, ending.requested()),
            new End(Stage.Name.DESTROYED, ending.destroyed()),
            new End(Stage.Name.DELETED, ending.deleted())),
        true);
    return List.copyOf(stages.stages);
  }

  private void add(List<End> ends, boolean goesOn) {
    Instant from = ends.getFirst().at();
    Instant last = ends.getLast().at();
    if (!Timeline.isKnown(from)) {
      return;
    }
    boolean isUnderWay = false;
    for (End end : ends) {
      if (!isUnderWay && Timeline.isKnown(end.at())) {
        Instant until = later(from, Timeline.isKnown(last) ? earlier(end.at(), last) : end.at());
        add(end, Stage.State.DONE, from, until);
        from = until;
      } else if (Timeline.isKnown(last)) {
        add(end, Stage.State.DONE, Timeline.UNKNOWN, Timeline.UNKNOWN);
      } else if (!goesOn) {
        return;
      } else if (isUnderWay) {
        add(end, Stage.State.TO_COME, Timeline.UNKNOWN, Timeline.UNKNOWN);
      } else {
        add(end, unfinished, from, Timeline.UNKNOWN);
        isUnderWay = true;
      }
    }
  }

  private void add(End end, Stage.State state, Instant from, Instant until) {
    stages.add(new Stage(end.name(), state, from, until));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
