package dev.helium.gateway.webhook;

import dev.helium.domain.webhook.DeliveryProgress;
import dev.helium.domain.webhook.Webhook;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.webhook.delivery.WebhookDelivery;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Comparator;

/** Shows webhooks, and what came of the newest tries to deliver to one. */
final class ReadWebhooks {
  private static final Comparator<Webhook> OLDEST_FIRST =
      Comparator.comparing(Webhook::createdAt).thenComparing(Webhook::id);

  private final WebhookAccess access;
  private final WebhookDelivery delivery;
  private final InstantSource clock;

  ReadWebhooks(WebhookAccess access, WebhookDelivery delivery, InstantSource clock) {
    this.access = access;
    this.delivery = delivery;
    this.clock = clock;
  }

  void list(RoutingContext context) {
    Identity identity = access.subscriber(context);
    JsonArray list = new JsonArray();
    delivery.webhooks().all().stream()
        .filter(webhook -> access.sees(identity, webhook))
        .sorted(OLDEST_FIRST)
        .forEach(webhook -> list.add(json(identity, webhook)));
    Answers.json(context, 200, new JsonObject().put("Webhooks", list));
  }

  void get(RoutingContext context) {
    Webhook webhook = access.seen(context);
    Answers.json(
        context,
        200,
        new JsonObject().put("Webhook", json(Authentication.identity(context), webhook)));
  }

  void deliveries(RoutingContext context) {
    DeliveryProgress progress = delivery.webhooks().progress(access.seen(context));
    Answers.json(context, 200, WebhookJson.deliveries(progress));
  }

  private JsonObject json(Identity identity, Webhook webhook) {
    return WebhookJson.of(
        webhook,
        delivery.webhooks().progress(webhook),
        access.manages(identity, webhook),
        clock.instant());
  }
}
