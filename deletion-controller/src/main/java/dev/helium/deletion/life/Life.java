package dev.helium.deletion.life;

import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.Objects;

/**
 * The newest life of a name, as far as it says what has to be found of it.
 *
 * @param incarnation which life; 0 before the first
 * @param attempt the newest one
 * @param since when it came to this stage
 * @param namespace in which it lives; empty where its program does not say
 * @param cluster the workspace that made the cluster it lives in; empty for the default one
 * @param expiresAt when it is to end
 * @param protectedUntil when its newest protection ends, or was taken back; {@link Instant#EPOCH}
 *     when it never had one
 */
public record Life(
    int incarnation,
    int attempt,
    Stage stage,
    Instant since,
    String namespace,
    String cluster,
    Instant expiresAt,
    Instant protectedUntil) {
  private static final String NAMESPACE = "K8sNamespace";

  /** How far a life has come. */
  public enum Stage {
    NEVER,
    /** It is being made or changed, or that was given up: nothing has to be found of it. */
    UNFINISHED,
    /** Its program has run to its end: all that it made has to be there. */
    PROVISIONED,
    LEAVING,
    /** Its stack is gone, and whether the rest is too has to be proven. */
    DESTROYED,
    /** Proven gone: nothing may be found of it. */
    OVER
  }

  /** Of a name that was never used. */
  public static final Life NONE = new Life(0, 0, Stage.NEVER, Instant.EPOCH, "", "", Instant.MAX);

  public Life {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(protectedUntil, "protectedUntil");
  }

  /** One that was never protected. */
  public Life(
      int incarnation,
      int attempt,
      Stage stage,
      Instant since,
      String namespace,
      String cluster,
      Instant expiresAt) {
    this(incarnation, attempt, stage, since, namespace, cluster, expiresAt, Instant.EPOCH);
  }

  /** True from its creation to the proof that it is gone. */
  public boolean isLived() {
    return stage != Stage.NEVER && stage != Stage.OVER;
  }

  /** What is known after an event that happened then. */
  public Life after(LifecycleEvent event, Instant time) {
    return switch (event) {
      case Event.Created created ->
          new Life(
              created.incarnation(),
              created.attempt(),
              Stage.UNFINISHED,
              time,
              "",
              created.spec().clusterStack().orElse(""),
              created.expiresAt());
      case Event.Updated updated ->
          new Life(
              incarnation,
              updated.attempt(),
              Stage.UNFINISHED,
              time,
              namespace,
              updated.spec().clusterStack().orElse(""),
              updated.expiresAt(),
              protectedUntil);
      case Event.ExpiryChanged changed -> until(changed.expiresAt(), protectedUntil);
      case Event.Retried retried ->
          isLeaving()
              ? at(stage, retried.attempt(), since)
              : at(Stage.UNFINISHED, retried.attempt(), time);
      case Event.Cancelled ignored -> this;
      case Event.DeletionRequested requested ->
          at(Stage.LEAVING, requested.attempt(), isLeaving() ? since : time);
      case Event.Progressed ignored -> this;
      case Event.Provisioned(int made, var outputs) ->
          new Life(
              incarnation,
              made,
              Stage.PROVISIONED,
              time,
              outputs.getOrDefault(NAMESPACE, ""),
              cluster,
              expiresAt,
              protectedUntil);
      case Event.RetryScheduled retry -> at(stage, retry.nextAttempt(), since);
      case Event.GaveUp ignored -> this;
      case Event.Destroyed ignored -> at(Stage.DESTROYED, attempt, since);
      case Event.Deleted ignored -> at(Stage.OVER, attempt, time);
      case Event.Drifted ignored -> this;
      case Event.Unchanged ignored -> this;
      case Event.Refused ignored -> this;
      case Event.DeletionHeld ignored -> this;
      case Event.Protected held -> until(expiresAt, held.until());
      case Event.Unprotected ignored -> until(expiresAt, time);
      case Event.ExpiringSoon ignored -> this;
    };
  }

  private boolean isLeaving() {
    return stage == Stage.LEAVING || stage == Stage.DESTROYED;
  }

  private Life at(Stage next, int newest, Instant time) {
    return new Life(incarnation, newest, next, time, namespace, cluster, expiresAt, protectedUntil);
  }

  private Life until(Instant expiry, Instant protection) {
    return new Life(incarnation, attempt, stage, since, namespace, cluster, expiry, protection);
  }
}
