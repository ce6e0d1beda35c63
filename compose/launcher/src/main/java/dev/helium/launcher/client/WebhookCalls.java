package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calls about webhooks; they fail as those of {@link HeliumClient} do. */
public final class WebhookCalls {
  private static final String ALL = "webhooks";

  private final ApiConnection client;

  WebhookCalls(ApiConnection client) {
    this.client = client;
  }

  /** One with a secret that was just made, which is told this once. */
  public record Made(WebhookState webhook, String secret) {}

  /**
   * What came of a test.
   *
   * @param status of the answer; 0 when there was none
   */
  public record Tested(boolean delivered, int status, long milliseconds, String detail) {}

  /**
   * Events that are to be delivered once more.
   *
   * @param number counts the redeliveries of the webhook
   */
  public record Redelivered(long number, int events) {}

  public Answer<List<WebhookState>> list() {
    return Answer.of(
        client.exchange("GET", ALL, Map.of()),
        document -> document.path("Webhooks").valueStream().map(WebhookState::of).toList());
  }

  /**
   * Makes one.
   *
   * @param fields as the API names them
   */
  public Answer<Made> create(Map<String, String> fields) {
    return Answer.of(client.exchange("POST", ALL, fields), WebhookCalls::made);
  }

  public Answer<WebhookState> find(String id) {
    return shown(client.exchange("GET", path(id, ""), Map.of()));
  }

  /**
   * Changes one.
   *
   * @param fields as the API names them; what is not among them stays
   */
  public Answer<WebhookState> change(String id, Map<String, String> fields) {
    return shown(client.exchange("PATCH", path(id, ""), fields));
  }

  /**
   * Has it sign with a new secret.
   *
   * @param overlap for how long the one before signs too, in the words of ISO 8601
   */
  public Answer<Made> rotate(String id, String overlap) {
    String query = "?overlap=" + ApiConnection.encoded(overlap);
    return Answer.of(
        client.exchange("POST", path(id, "/rotate-secret" + query), Map.of()), WebhookCalls::made);
  }

  /**
   * Has events of the past delivered once more.
   *
   * @param which values by the names of the API's parameters
   */
  public Answer<Redelivered> redeliver(String id, Map<String, String> which) {
    String query =
        new TreeMap<>(which)
            .entrySet().stream()
                .map(part -> part.getKey() + "=" + ApiConnection.encoded(part.getValue()))
                .collect(Collectors.joining("&"));
    return Answer.of(
        client.exchange("POST", path(id, "/redeliver?" + query), Map.of()),
        document ->
            new Redelivered(document.path("Redelivery").asLong(), document.path("Events").asInt()));
  }

  public Answer<Tested> test(String id) {
    return Answer.of(
        client.exchange("POST", path(id, "/test"), Map.of()),
        tested ->
            new Tested(
                tested.path("Delivered").asBoolean(),
                tested.path("Status").asInt(),
                tested.path("Milliseconds").asLong(),
                tested.path("Detail").asText()));
  }

  /**
   * Lets a parked one deliver again.
   *
   * @param skip whether an event that was tried as often as events are is given up on
   */
  public Answer<WebhookState> resume(String id, boolean skip) {
    return shown(client.exchange("POST", path(id, "/resume?skip=" + skip), Map.of()));
  }

  /** Answers which one is no more. */
  public Answer<String> delete(String id) {
    return Answer.of(
        client.exchange("DELETE", path(id, ""), Map.of()), gone -> gone.path("ID").asText());
  }

  /** The newest tries, the newest first. */
  public Answer<List<WebhookAttempt>> deliveries(String id) {
    return Answer.of(
        client.exchange("GET", path(id, "/deliveries"), Map.of()),
        document -> document.path("Deliveries").valueStream().map(WebhookAttempt::of).toList());
  }

  private static Made made(JsonNode made) {
    return new Made(WebhookState.of(made.path("Webhook")), made.path("Secret").asText());
  }

  private static Answer<WebhookState> shown(JsonNode document) {
    return Answer.of(document, shown -> WebhookState.of(shown.path("Webhook")));
  }

  private static String path(String id, String more) {
    return ALL + "/" + ApiConnection.encoded(id) + more;
  }
}
