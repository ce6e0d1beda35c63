package dev.helium.pages.operate.webhook;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.read.WebhookView;
import dev.helium.pages.read.Json;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * A secret, this once: the page answers the form itself, so that no address ever says it.
 *
 * @param made whether the webhook is new
 */
public record SecretModel(Frame frame, WebhookView webhook, String secret, boolean made) {
  public SecretModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(secret, "secret");
  }

  static PageAnswer page(PageRequest request, ApiAnswer answer, boolean made) {
    JsonObject json = new JsonObject(answer.body());
    return PageAnswer.html(
        "operate/webhook/secret.jte",
        new SecretModel(
            request.frame("Secret of the webhook", Section.NONE),
            new WebhookView(Json.object(json, "Webhook").orElseGet(JsonObject::new)),
            Json.text(json, "Secret"),
            made));
  }

  /** The page of the webhook, where the secret is not. */
  public String page() {
    return WebhookPages.PATH + "/" + Query.encoded(webhook.id());
  }

  @Override
  public String toString() {
    return "the secret of " + webhook.id();
  }
}
