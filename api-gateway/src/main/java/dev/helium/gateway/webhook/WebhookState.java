package dev.helium.gateway.webhook;

import java.util.Locale;

/** What a webhook does at present. */
enum WebhookState {
  /** It is sent what it wants. */
  ACTIVE,
  /** Somebody wants nothing sent for now. */
  PAUSED,
  /** Nothing is sent until somebody resumes it. */
  PARKED;

  /** As the API and metrics say it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
