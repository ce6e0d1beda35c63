package dev.helium.deletion.tenure;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Event;
import dev.helium.domain.Holdup;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One life of a name, between its creation and the proof that it is gone.
 *
 * @param incarnation which life of the name; 0 before the first
 * @param began when it was created
 * @param expiresAt when it is to end
 * @param destroyed when its stack was found empty; {@link Instant#MAX} before that
 * @param leaving how far it has come with its end
 * @param cluster in which it lives
 * @param ending what else is settled about its end
 */
public record Tenure(
    int incarnation,
    Stage stage,
    Instant began,
    Instant expiresAt,
    Instant destroyed,
    Leaving leaving,
    ClusterName cluster,
    Ending ending) {
  /** How far a life has come. */
  public enum Stage {
    /** Never begun, or over with proof. */
    NONE,
    /** It ends when its time is up. */
    LIVING,
    /** Its deletion is under way. */
    LEAVING,
    /** Its deletion was given up until it is asked for again. */
    GIVEN_UP,
    /** Its stack is empty; whether the cluster agrees is to be looked at. */
    DESTROYED,
    /** Another process acts for it, however far it has come. */
    ELSEWHERE
  }

  /** Of a name that was never used. */
  public static final Tenure NONE =
      new Tenure(0, Stage.NONE, Instant.EPOCH, Instant.MAX, Instant.MAX);

  public Tenure {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(began, "began");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(destroyed, "destroyed");
    Objects.requireNonNull(leaving, "leaving");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(ending, "ending");
  }

  /** One whose end is as it was when it began. */
  public Tenure(
      int incarnation,
      Stage stage,
      Instant began,
      Instant expiresAt,
      Instant destroyed,
      Leaving leaving,
      ClusterName cluster) {
    this(incarnation, stage, began, expiresAt, destroyed, leaving, cluster, Ending.of(began));
  }

  /** One in the default cluster. */
  public Tenure(
      int incarnation,
      Stage stage,
      Instant began,
      Instant expiresAt,
      Instant destroyed,
      Leaving leaving) {
    this(incarnation, stage, began, expiresAt, destroyed, leaving, ClusterName.DEFAULT);
  }

  /** One of which nothing is known of its end but when its stack was empty. */
  public Tenure(int incarnation, Stage stage, Instant began, Instant expiresAt, Instant destroyed) {
    this(incarnation, stage, began, expiresAt, destroyed, Leaving.NONE);
  }

  /** When it is to end: at its expiry, or when its protection ends where that is later. */
  public Instant endsAt() {
    return later(expiresAt, ending.protectedUntil());
  }

  /** As who does not act for it sees it. */
  public Tenure elsewhere() {
    return in(Stage.ELSEWHERE);
  }

  /** As if its time never came. */
  public Tenure endless() {
    return new Tenure(incarnation, stage, began, Instant.MAX, destroyed, leaving, cluster, ending);
  }

  /** True of one whose time never comes. */
  public boolean isEndless() {
    return expiresAt.equals(Instant.MAX);
  }

  static Tenure begun(Event.Created created, Instant time) {
    return new Tenure(
        created.incarnation(),
        Stage.LIVING,
        time,
        created.expiresAt(),
        Instant.MAX,
        Leaving.NONE,
        ClusterName.of(created.spec()));
  }

  Tenure expiring(Instant expiry, Instant time) {
    return ending(expiry, ending.protectedUntil(), time);
  }

  Tenure protectedUntil(Instant until, Instant time) {
    return ending(expiresAt, until, time);
  }

  Tenure announced(Duration lead) {
    return with(ending.announced(lead));
  }

  Tenure at(ClusterName place) {
    return new Tenure(incarnation, stage, began, expiresAt, destroyed, leaving, place, ending);
  }

  Tenure asked(String by, Instant time) {
    return isEnding() ? askedAgain(by) : in(Stage.LEAVING).leaving(Leaving.asked(time));
  }

  /** Of what is not to end nothing is asked again that matters here. */
  Tenure askedAgain(String by) {
    return isEnding() ? in(Stage.LEAVING).leaving(leaving.askedAgain(by)) : this;
  }

  Tenure gaveUp(int attempt, Instant time) {
    return stage == Stage.LEAVING
        ? in(Stage.GIVEN_UP).leaving(leaving.gaveUp(attempt, time))
        : this;
  }

  Tenure held(Holdup holdup) {
    return leaving(leaving.held(holdup));
  }

  Tenure emptied(Instant time) {
    return new Tenure(
        incarnation, Stage.DESTROYED, began, expiresAt, time, leaving, cluster, ending);
  }

  Tenure over() {
    return in(Stage.NONE);
  }

  private boolean isEnding() {
    return stage == Stage.LEAVING || stage == Stage.GIVEN_UP;
  }

  private Tenure in(Stage next) {
    return new Tenure(incarnation, next, began, expiresAt, destroyed, leaving, cluster, ending);
  }

  private Tenure leaving(Leaving next) {
    return new Tenure(incarnation, stage, began, expiresAt, destroyed, next, cluster, ending);
  }

  private Tenure with(Ending next) {
    return new Tenure(incarnation, stage, began, expiresAt, destroyed, leaving, cluster, next);
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
        leaving,
        cluster,
        moves ? ending.moved(until, time) : ending.changed(until));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
