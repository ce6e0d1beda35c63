package dev.helium.domain.webhook;

import java.time.Instant;
import java.util.Objects;

/** Whether events are still tried to be delivered. */
public sealed interface DeliveryState {
  record Delivering() implements DeliveryState {}

  /**
   * Nothing is tried until a person says so.
   *
   * @param why in one sentence, in Helium's words
   */
  record Parked(Instant since, ParkingReason reason, String why) implements DeliveryState {
    public Parked {
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(why, "why");
    }
  }
}
