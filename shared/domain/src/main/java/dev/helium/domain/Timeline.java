package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.Objects;

/**
 * How far a workspace has come in its present life, and when.
 *
 * @param made whether its program has run to its end at least once
 * @param progress of its pods, as last seen
 */
public record Timeline(Making making, Ending ending, boolean made, Progress progress) {
  /** Of what has not come yet, or was not noted. */
  public static final Instant UNKNOWN = Instant.EPOCH;

  // What this is made of must not refer to this class while its constants are made.
  /** Of a name that was never used. */
  public static final Timeline NONE = new Timeline(Making.NONE, Ending.NONE, false, Progress.NONE);

  public Timeline {
    Objects.requireNonNull(making, "making");
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(progress, "progress");
  }

  static boolean isKnown(Instant instant) {
    return !instant.equals(UNKNOWN);
  }

  /**
   * How far it has come after an event.
   *
   * @param readiness as last seen before the event
   */
  public Timeline after(LifecycleEvent event, Instant time, Readiness readiness) {
    return switch (event) {
      case Event.Created ignored ->
          new Timeline(Making.asked(true, time), Ending.NONE, false, Progress.NONE);
      case Event.Updated ignored ->
          new Timeline(Making.asked(false, time), Ending.NONE, made, progress);
      case Event.Provisioned ignored ->
          new Timeline(making.applied(time, readiness), ending, true, progress);
      case Event.Retried ignored -> again();
      case Event.RetryScheduled ignored -> again();
      case Event.DeletionRequested ignored -> ending(Ending.asked(time));
      case Event.Destroyed ignored -> ending(ending.destroyed(time));
      case Event.Deleted ignored -> ending(ending.deleted(time));
      case Event.ExpiryChanged ignored -> this;
      case Event.Cancelled ignored -> this;
      case Event.Progressed ignored -> this;
      case Event.GaveUp ignored -> this;
      case Event.DeletionHeld held -> ending(ending.held(held.holdup()));
      case Event.Drifted ignored -> this;
      case Event.ClusterGone ignored -> again();
      case Event.Unchanged ignored -> this;
      case Event.Refused ignored -> this;
      case Event.Protected ignored -> this;
      case Event.Unprotected ignored -> this;
      case Event.ExpiringSoon ignored -> this;
    };
  }

  /** What is seen while it is being deleted is no step of its making. */
  public Timeline seeing(Event.ReadinessChanged seen, Instant time) {
    return new Timeline(
        ending.isRequested() ? making : making.seeing(seen.readiness(), seen.milestones(), time),
        ending,
        made,
        seen.progress());
  }

  private Timeline again() {
    return ending.isRequested()
        ? ending(ending.again())
        : new Timeline(making.again(), ending, made, progress);
  }

  private Timeline ending(Ending next) {
    return new Timeline(making, next, made, progress);
  }
}
