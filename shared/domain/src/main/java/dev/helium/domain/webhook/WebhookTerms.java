package dev.helium.domain.webhook;

import java.util.Objects;

/** What somebody may say of a webhook, and change later; in words as {@link Webhook} has them. */
public record WebhookTerms(String url, String description, EventFilter filter, boolean paused) {
  public WebhookTerms {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(filter, "filter");
  }
}
