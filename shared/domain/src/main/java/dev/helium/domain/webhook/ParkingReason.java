package dev.helium.domain.webhook;

import java.util.Locale;

/** Why nothing is tried any more. */
public enum ParkingReason {
  /** One event failed as often as it is tried. */
  EXHAUSTED,
  /** The receiver said that it wants no more. */
  GONE;

  /** As the API says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
