package dev.helium.deletion.tenure;

import dev.helium.domain.Event;
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

  static Life begun(Event.Created created, Instant time) {
    return new Life(
        created.incarnation(),
        created.attempt(),
        Stage.UNFINISHED,
        time,
        "",
        created.spec().clusterStack().orElse(""),
        created.expiresAt());
  }

  Life updated(Event.Updated updated, Instant time) {
    return new Life(
        incarnation,
        updated.attempt(),
        Stage.UNFINISHED,
        time,
        namespace,
        updated.spec().clusterStack().orElse(""),
        updated.expiresAt(),
        protectedUntil);
  }

  Life provisioned(Event.Provisioned made, Instant time) {
    return new Life(
        incarnation,
        made.attempt(),
        Stage.PROVISIONED,
        time,
        made.outputs().getOrDefault(NAMESPACE, ""),
        cluster,
        expiresAt,
        protectedUntil);
  }

  Life expiring(Instant expiry) {
    return until(expiry, protectedUntil);
  }

  Life protectedUntil(Instant protection) {
    return until(expiresAt, protection);
  }

  Life retried(int newest, Instant time) {
    return isLeaving() ? attempting(newest) : at(Stage.UNFINISHED, newest, time);
  }

  Life attempting(int newest) {
    return at(stage, newest, since);
  }

  Life leaving(int newest, Instant time) {
    return at(Stage.LEAVING, newest, isLeaving() ? since : time);
  }

  Life emptied() {
    return at(Stage.DESTROYED, attempt, since);
  }

  Life over(Instant time) {
    return at(Stage.OVER, attempt, time);
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
