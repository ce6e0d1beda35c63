package dev.helium.gateway.webhook;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.Attempt;
import dev.helium.domain.webhook.DeliveryProgress;
import dev.helium.domain.webhook.DeliveryState;
import dev.helium.domain.webhook.EventFilter;
import dev.helium.domain.webhook.Webhook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Webhooks as the API shows them; never with a secret. */
final class WebhookJson {
  private WebhookJson() {}

  /**
   * @param whole whether the URL's query is shown, which often is what lets somebody post there
   */
  static JsonObject of(Webhook webhook, DeliveryProgress progress, boolean whole, Instant now) {
    JsonObject json =
        new JsonObject()
            .put("ID", webhook.id().value())
            .put("URL", whole ? webhook.url() : withoutQuery(webhook.url()))
            .put("Description", webhook.description())
            .put("Owner", webhook.owner())
            .put("State", state(webhook, progress).word())
            .put("Filter", filter(webhook.filter()))
            .put("Waiting", progress.waiting())
            .put("CreatedAt", webhook.createdAt().toString())
            .put("ChangedAt", webhook.changedAt().toString())
            .put("ChangedBy", webhook.changedBy());
    if (progress.stateOf(webhook) instanceof DeliveryState.Parked parked) {
      json.put(
          "Parked",
          new JsonObject()
              .put("Since", parked.since().toString())
              .put("Reason", parked.reason().word())
              .put("Why", parked.why()));
    }
    webhook.retiring().stream()
        .filter(old -> old.until().isAfter(now))
        .findFirst()
        .ifPresent(old -> json.put("FormerSecretUntil", old.until().toString()));
    return json;
  }

  static WebhookState state(Webhook webhook, DeliveryProgress progress) {
    if (webhook.paused()) {
      return WebhookState.PAUSED;
    }
    return switch (progress.stateOf(webhook)) {
      case DeliveryState.Delivering ignored -> WebhookState.ACTIVE;
      case DeliveryState.Parked ignored -> WebhookState.PARKED;
    };
  }

  static JsonObject deliveries(DeliveryProgress progress) {
    JsonArray list = new JsonArray();
    progress.attempts().forEach(attempt -> list.add(of(attempt)));
    return new JsonObject()
        .put("Deliveries", list)
        .put("Waiting", progress.waiting())
        .put("AsOf", progress.changedAt().toString());
  }

  private static JsonObject of(Attempt attempt) {
    JsonObject json =
        new JsonObject()
            .put("At", attempt.at().toString())
            .put("Event", attempt.event())
            .put("Type", attempt.type())
            .put("Try", attempt.number())
            .put("Outcome", attempt.outcome().word())
            .put("Milliseconds", attempt.milliseconds())
            .put("Detail", attempt.detail());
    if (attempt.status() > 0) {
      json.put("Status", attempt.status());
    }
    if (!attempt.nextTry().equals(Attempt.NONE)) {
      json.put("NextTry", attempt.nextTry().toString());
    }
    return json;
  }

  private static JsonObject filter(EventFilter filter) {
    JsonArray workspaces = new JsonArray();
    filter.workspaces().stream().map(WorkspaceId::value).forEach(workspaces::add);
    JsonArray types = new JsonArray();
    filter.types().forEach(types::add);
    JsonArray labels = new JsonArray();
    filter.labels().forEach(labels::add);
    return new JsonObject()
        .put("Workspaces", workspaces)
        .put("Owner", filter.owner())
        .put("Backend", filter.backend())
        .put("Types", types)
        .put("Labels", labels);
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query) + "?...";
  }
}
