package dev.helium.domain.webhook;

import java.util.Locale;

/** What came of one try to deliver one event. */
public enum AttemptOutcome {
  /** The receiver has it. */
  DELIVERED,
  /** It is tried again. */
  FAILED,
  /** It was the last try; the webhook is parked. */
  EXHAUSTED,
  /** The receiver wants no more; the webhook is parked. */
  GONE;

  /** As the API and metrics say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
