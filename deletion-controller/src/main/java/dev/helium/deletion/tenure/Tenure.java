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
 * @param ending what else is settled about its end
 */
public record Tenure(
    int incarnation,
    Stage stage,
    Instant began,
    Instant expiresAt,
    Instant destroyed,
    Ending ending) {
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
    Objects.requireNonNull(ending, "ending");
  }

  /** One whose end is as it was when it began. */
  public Tenure(int incarnation, Stage stage, Instant began, Instant expiresAt, Instant destroyed) {
    this(incarnation, stage, began, expiresAt, destroyed, Ending.of(began));
  }

  /** When it is to end: at its expiry, or when its protection ends where that is later. */
  public Instant endsAt() {
    return later(expiresAt, ending.protectedUntil());
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
      case Event.Updated updated -> ending(updated.expiresAt(), ending.protectedUntil(), time);
      case Event.ExpiryChanged changed ->
          ending(changed.expiresAt(), ending.protectedUntil(), time);
      case Event.Retried ignored -> this;
      case Event.Cancelled ignored -> this;
      case Event.DeletionRequested ignored -> in(Stage.LEAVING);
      case Event.Progressed ignored -> this;
      case Event.Provisioned ignored -> this;
      case Event.RetryScheduled ignored -> this;
      // When its deletion was given up a person has to look and ask again.
      case Event.GaveUp ignored -> this;
      case Event.Destroyed ignored ->
          new Tenure(incarnation, Stage.DESTROYED, began, expiresAt, time, ending);
      case Event.Deleted ignored -> in(Stage.NONE);
      case Event.Unchanged ignored -> this;
      case Event.Refused ignored -> this;
      case Event.Protected(Instant until, var by, var why) -> ending(expiresAt, until, time);
      case Event.Unprotected ignored -> ending(expiresAt, Instant.EPOCH, time);
      case Event.ExpiringSoon soon -> with(ending.announced(soon.lead()));
    };
  }

  private Tenure in(Stage next) {
    return new Tenure(incarnation, next, began, expiresAt, destroyed, ending);
  }

  private Tenure with(Ending next) {
    return new Tenure(incarnation, stage, began, expiresAt, destroyed, next);
  }

  private Tenure ending(Instant expiry, Instant until, Instant time) {
    if (expiry.equals(expiresAt) && until.equals(ending.protectedUntil())) {
      return this;
    }
    boolean moves = !later(expiry, until).equals(endsAt());
    return new Tenure(
        incarnation,
        stage,
        began,
        expiry,
        destroyed,
        moves ? ending.moved(until, time) : ending.changed(until));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
