package dev.helium.gateway.webhook.delivery;

import java.time.Duration;
import java.time.Instant;

/** What came of taking the first event of a lane to its receiver. */
sealed interface Trip {
  /**
   * It was sent.
   *
   * @param event its id
   * @param number of the try at this event, from 1
   */
  record Made(Instant at, String event, String type, int number, Duration took, Verdict verdict)
      implements Trip {}

  /** It cannot be read, or the webhook does not want it any more. */
  record NotWanted() implements Trip {}

  /** It could not be made ready; that says nothing of the receiver. */
  record NotNow() implements Trip {}
}
