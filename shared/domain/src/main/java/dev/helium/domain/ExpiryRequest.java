package dev.helium.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** How a requester says when a workspace shall go. */
public sealed interface ExpiryRequest {
  /** Nothing was said: the policy's default for a new workspace, no change for an existing one. */
  record Unspecified() implements ExpiryRequest {}

  /** Midnight ending that day, in the policy's time zone. */
  record EndOfDay(LocalDate day) implements ExpiryRequest {
    public EndOfDay {
      Objects.requireNonNull(day, "day");
    }
  }

  /** That instant exactly. */
  record At(Instant instant) implements ExpiryRequest {
    public At {
      Objects.requireNonNull(instant, "instant");
    }
  }
}
