package dev.helium.deletion.tenure;

import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.Objects;

/**
 * One life of a name, between its creation and the proof that it is gone.
 *
 * @param incarnation which life of the name; 0 before the first
 * @param began when it was created
 * @param expiresAt when it is to end
 * @param destroyed when its stack was found empty; {@link Instant#MAX} before that
 */
public record Tenure(
    int incarnation, Stage stage, Instant began, Instant expiresAt, Instant destroyed) {
  /** How far a life has come. */
  public enum Stage {
    /** Never begun, or over with proof. */
    NONE,
    /** It ends when its time is up. */
    LIVING,
    /** Its deletion is under way, or was given up until a person asks again. */
    LEAVING,
    /** Its stack is empty; whether the cluster agrees is to be looked at. */
    DESTROYED
  }

  /** Of a name that was never used. */
  public static final Tenure NONE =
      new Tenure(0, Stage.NONE, Instant.EPOCH, Instant.MAX, Instant.MAX);

  public Tenure {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(began, "began");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(destroyed, "destroyed");
  }

  /**
   * What is known after an event.
   *
   * @param time when it happened
   */
  public Tenure after(LifecycleEvent event, Instant time) {
    return switch (event) {
      case Event.Created created ->
          new Tenure(created.incarnation(), Stage.LIVING, time, created.expiresAt(), Instant.MAX);
      case Event.Updated updated ->
          new Tenure(incarnation, stage, began, updated.expiresAt(), destroyed);
      case Event.ExpiryChanged changed ->
          new Tenure(incarnation, stage, began, changed.expiresAt(), destroyed);
      case Event.Retried ignored -> this;
      case Event.Cancelled ignored -> this;
      case Event.DeletionRequested ignored -> in(Stage.LEAVING);
      case Event.Progressed ignored -> this;
      case Event.Provisioned ignored -> this;
      case Event.RetryScheduled ignored -> this;
      // When its deletion was given up a person has to look and ask again.
      case Event.GaveUp ignored -> this;
      case Event.Destroyed ignored ->
          new Tenure(incarnation, Stage.DESTROYED, began, expiresAt, time);
      case Event.Deleted ignored -> in(Stage.NONE);
      case Event.Drifted ignored -> this;
      case Event.Unchanged ignored -> this;
      case Event.Refused ignored -> this;
    };
  }

  private Tenure in(Stage next) {
    return new Tenure(incarnation, next, began, expiresAt, destroyed);
  }
}
