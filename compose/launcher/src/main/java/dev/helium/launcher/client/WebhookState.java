package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A webhook in the server's words.
 *
 * @param state {@code active}, {@code paused} or {@code parked}
 * @param parked why; empty when it is not
 * @param filter each part as {@code name value}; none when all events are wanted
 */
public record WebhookState(
    String id,
    String url,
    String description,
    String owner,
    String state,
    String parked,
    List<String> filter,
    int waiting,
    String createdAt,
    String formerSecretUntil) {
  public WebhookState {
    filter = List.copyOf(filter);
  }

  static WebhookState of(JsonNode webhook) {
    JsonNode parked = webhook.path("Parked");
    return new WebhookState(
        webhook.path("ID").asText(),
        webhook.path("URL").asText(),
        webhook.path("Description").asText(),
        webhook.path("Owner").asText(),
        webhook.path("State").asText(),
        parked.isMissingNode()
            ? ""
            : "since %s: %s".formatted(parked.path("Since").asText(), parked.path("Why").asText()),
        webhook.path("Filter").propertyStream().flatMap(WebhookFilterPart::of).toList(),
        webhook.path("Waiting").asInt(),
        webhook.path("CreatedAt").asText(),
        webhook.path("FormerSecretUntil").asText());
  }
}
