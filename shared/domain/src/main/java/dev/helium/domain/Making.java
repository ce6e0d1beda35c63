package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * How far a workspace has come with being made, or being changed, for the newest request. Instants
 * are {@link Timeline#UNKNOWN} until it has come so far.
 *
 * @param creation false for a change of one that was there
 * @param requested when it was decided
 * @param attempts begun or due for this request
 * @param applied when the program had run to its end
 * @param scheduled when the last pod had its node
 * @param started when the last container first ran
 * @param ready when it was first seen ready after that
 */
public record Making(
    boolean creation,
    Instant requested,
    int attempts,
    Instant applied,
    Instant scheduled,
    Instant started,
    Instant ready) {
  /** Of a name that was never used. */
  static final Making NONE =
      new Making(
          false, Instant.EPOCH, 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

  /** How long it may take until what a change disturbs is seen. */
  private static final Duration SETTLING = Duration.ofMinutes(1);

  public Making {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(applied, "applied");
    Objects.requireNonNull(scheduled, "scheduled");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(ready, "ready");
  }

  public boolean isReady() {
    return Timeline.isKnown(ready);
  }

  static Making asked(boolean creation, Instant time) {
    return new Making(
        creation, time, 1, Timeline.UNKNOWN, Timeline.UNKNOWN, Timeline.UNKNOWN, Timeline.UNKNOWN);
  }

  Making again() {
    return new Making(
        creation, requested, attempts + 1, Timeline.UNKNOWN, scheduled, started, Timeline.UNKNOWN);
  }

  /** A change need not disturb anything: what is ready then is taken to be so. */
  Making applied(Instant time, Readiness readiness) {
    return new Making(
        creation,
        requested,
        attempts,
        time,
        scheduled,
        started,
        readiness instanceof Readiness.Ready ? time : Timeline.UNKNOWN);
  }

  /** What is seen counts until it is ready, and what was only taken to be so can be taken back. */
  Making seeing(Readiness readiness, Milestones milestones, Instant time) {
    boolean isSeenReady = readiness instanceof Readiness.Ready;
    if (isReady() && (isSeenReady || !isOnlyTakenToBeReady(time))) {
      return this;
    }
    return new Making(
        creation,
        requested,
        attempts,
        applied,
        since(milestones.scheduled()),
        since(milestones.started()),
        isSeenReady && Timeline.isKnown(applied) ? time : Timeline.UNKNOWN);
  }

  private boolean isOnlyTakenToBeReady(Instant time) {
    return !creation && ready.equals(applied) && time.isBefore(applied.plus(SETTLING));
  }

  /** What pods from before have behind them says nothing of this request. */
  private Instant since(Instant milestone) {
    return milestone.isBefore(requested.truncatedTo(ChronoUnit.SECONDS))
        ? Timeline.UNKNOWN
        : milestone;
  }
}
