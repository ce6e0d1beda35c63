package dev.helium.domain.webhook;

import java.time.Instant;
import java.util.Objects;

/**
 * One try to deliver one event.
 *
 * @param event its id
 * @param type of the event
 * @param number of the try at this event, from 1
 * @param status of the answer; 0 when there was none
 * @param milliseconds until the outcome was known
 * @param detail in Helium's words, nothing of the receiver's
 * @param nextTry {@link #NONE} when there is none
 */
public record Attempt(
    Instant at,
    String event,
    String type,
    int number,
    AttemptOutcome outcome,
    int status,
    long milliseconds,
    String detail,
    Instant nextTry) {
  public static final Instant NONE = Instant.EPOCH;

  public Attempt {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(nextTry, "nextTry");
  }
}
