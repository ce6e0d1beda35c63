package dev.helium.deletion.tenure;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import java.time.Instant;
import java.util.Objects;

/**
 * What the log says of one name, folded once and seen in two ways.
 *
 * @param tenure as far as its end depends on it
 * @param life as far as it says what has to be found of it
 * @param sequence of the newest event folded in; 0 before the first
 */
record Course(Tenure tenure, Life life, long sequence) {
  /** Of a name that was never used. */
  static final Course NONE = new Course(Tenure.NONE, Life.NONE, 0);

  Course {
    Objects.requireNonNull(tenure, "tenure");
    Objects.requireNonNull(life, "life");
  }

  /** The same after an event that was taken in before, or that only observes. */
  Course after(EventRecord record) {
    if (!(record.event() instanceof LifecycleEvent event) || record.sequence() <= sequence) {
      return this;
    }
    Course after = after(event, record.time());
    return new Course(after.tenure, after.life, record.sequence());
  }

  private Course after(LifecycleEvent event, Instant time) {
    return switch (event) {
      case Event.Created created -> to(Tenure.begun(created, time), Life.begun(created, time));
      case Event.Updated updated ->
          to(
              tenure.expiring(updated.expiresAt(), time).at(ClusterName.of(updated.spec())),
              life.updated(updated, time));
      case Event.ExpiryChanged changed ->
          to(tenure.expiring(changed.expiresAt(), time), life.expiring(changed.expiresAt()));
      case Event.Retried retried ->
          to(tenure.askedAgain(retried.requestedBy()), life.retried(retried.attempt(), time));
      case Event.Cancelled ignored -> this;
      case Event.DeletionRequested asked ->
          to(tenure.asked(asked.requestedBy(), time), life.leaving(asked.attempt(), time));
      case Event.Progressed ignored -> this;
      case Event.Provisioned made -> to(tenure, life.provisioned(made, time));
      case Event.RetryScheduled retry -> to(tenure, life.attempting(retry.nextAttempt()));
      case Event.GaveUp gaveUp -> to(tenure.gaveUp(gaveUp.attempt(), time), life);
      case Event.Destroyed ignored -> to(tenure.emptied(time), life.emptied());
      case Event.Deleted ignored -> to(tenure.over(), life.over(time));
      case Event.DeletionHeld held -> to(tenure.held(held.holdup()), life);
      case Event.Drifted ignored -> this;
      case Event.ClusterGone gone ->
          to(tenure.askedAgain(Leaving.CONTROLLER), life.attempting(gone.attempt()));
      case Event.Unchanged ignored -> this;
      case Event.Refused ignored -> this;
      case Event.Protected held ->
          to(tenure.protectedUntil(held.until(), time), life.protectedUntil(held.until()));
      case Event.Unprotected ignored ->
          to(tenure.protectedUntil(Instant.EPOCH, time), life.protectedUntil(time));
      case Event.ExpiringSoon soon -> to(tenure.announced(soon.lead()), life);
    };
  }

  private Course to(Tenure nextTenure, Life nextLife) {
    return new Course(nextTenure, nextLife, sequence);
  }
}
