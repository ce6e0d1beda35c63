package dev.helium.domain.webhook;

import java.time.Instant;

/**
 * What is kept of a webhook: what people want of it, written by whoever they ask, and how far it
 * has come, written by whoever delivers. The newest of each counts.
 */
public sealed interface WebhookRecord permits Webhook, DeliveryProgress {
  WebhookId id();

  /** When it was written. */
  Instant changedAt();
}
