package dev.helium.watcher.folding;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.WorkspaceView;
import java.util.Objects;

/**
 * What the log says of a name, as far as watching it depends on it.
 *
 * @param incarnation which life of the name; 0 before the first
 * @param cluster where its objects are
 * @param vouched whether it is ready when its program has run, and what bears its labels, if
 *     anything does, is fine
 */
public record Life(int incarnation, Stage stage, ClusterName cluster, boolean vouched) {
  /** How far a life has come. */
  public enum Stage {
    /** Never begun, or over with proof. */
    NONE,
    /** Its program has never run to its end: more objects may be on their way. */
    BEING_MADE,
    /** Its program has run to its end at least once. */
    MADE,
    /** Made once, and a program is at work on it again. */
    BEING_CHANGED,
    /** Its deletion was requested. */
    LEAVING
  }

  /** Its programs are other people's, and may make anything anywhere. */
  private static final String PROGRAM = "program";

  /** Of a name that was never used. */
  public static final Life NONE = new Life(0, Stage.NONE);

  public Life {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(cluster, "cluster");
  }

  /** In the default cluster. */
  public Life(int incarnation, Stage stage) {
    this(incarnation, stage, ClusterName.DEFAULT);
  }

  /** Of a program of Helium's own. */
  public Life(int incarnation, Stage stage, ClusterName cluster) {
    this(incarnation, stage, cluster, false);
  }

  private Life(int incarnation, Stage stage, WorkspaceSpec spec) {
    this(incarnation, stage, ClusterName.of(spec), spec.backend().equals(PROGRAM));
  }

  /** True when there may be something to see. */
  public boolean isLived() {
    return stage != Stage.NONE;
  }

  /** What all events come to that a view is the fold of. */
  public static Life of(WorkspaceView view) {
    return new Life(view.workspace().incarnation(), stage(view), view.workspace().spec());
  }

  private static Stage stage(WorkspaceView view) {
    boolean made = view.timeline().made();
    Stage living = made ? Stage.MADE : Stage.BEING_MADE;
    return switch (view.workspace().lifecycle()) {
      case Lifecycle.Absent ignored -> Stage.NONE;
      case Lifecycle.Provisioning ignored -> made ? Stage.BEING_CHANGED : Stage.BEING_MADE;
      case Lifecycle.Provisioned ignored -> living;
      case Lifecycle.ProvisioningFailed ignored -> living;
      case Lifecycle.Destroying ignored -> Stage.LEAVING;
      case Lifecycle.DestroyFailed ignored -> Stage.LEAVING;
      case Lifecycle.Destroyed ignored -> Stage.LEAVING;
      case Lifecycle.Deleted ignored -> Stage.NONE;
    };
  }

  public Life after(LifecycleEvent event) {
    return switch (event) {
      case Event.Created created ->
          new Life(created.incarnation(), Stage.BEING_MADE, created.spec());
      case Event.Updated updated ->
          new Life(incarnation, stage, updated.spec()).turned(Stage.MADE, Stage.BEING_CHANGED);
      case Event.ExpiryChanged ignored -> this;
      case Event.Retried ignored -> turned(Stage.MADE, Stage.BEING_CHANGED);
      case Event.Cancelled ignored -> turned(Stage.BEING_CHANGED, Stage.MADE);
      case Event.DeletionRequested ignored -> at(Stage.LEAVING);
      case Event.Progressed ignored -> this;
      case Event.Provisioned ignored ->
          turned(Stage.BEING_MADE, Stage.MADE).turned(Stage.BEING_CHANGED, Stage.MADE);
      case Event.RetryScheduled ignored -> this;
      case Event.GaveUp ignored -> turned(Stage.BEING_CHANGED, Stage.MADE);
      case Event.Destroyed ignored -> at(Stage.LEAVING);
      case Event.Deleted ignored -> at(Stage.NONE);
      case Event.DeletionHeld ignored -> this;
      case Event.Drifted ignored -> this;
      case Event.ClusterGone ignored -> this;
      case Event.Unchanged ignored -> this;
      case Event.Refused ignored -> this;
      case Event.Protected ignored -> this;
      case Event.Unprotected ignored -> this;
      case Event.ExpiringSoon ignored -> this;
    };
  }

  private Life turned(Stage from, Stage to) {
    return stage == from ? at(to) : this;
  }

  private Life at(Stage next) {
    return new Life(incarnation, next, cluster, vouched);
  }
}
