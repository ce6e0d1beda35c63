package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One try to deliver one event, in the server's words.
 *
 * @param number which try at the event it was
 * @param status of the answer; 0 when there was none
 * @param nextTry empty when there is none
 */
public record WebhookAttempt(
    String at,
    String event,
    String type,
    int number,
    String outcome,
    int status,
    long milliseconds,
    String detail,
    String nextTry) {

  static WebhookAttempt of(JsonNode attempt) {
    return new WebhookAttempt(
        attempt.path("At").asText(),
        attempt.path("Event").asText(),
        attempt.path("Type").asText(),
        attempt.path("Try").asInt(),
        attempt.path("Outcome").asText(),
        attempt.path("Status").asInt(),
        attempt.path("Milliseconds").asLong(),
        attempt.path("Detail").asText(),
        attempt.path("NextTry").asText());
  }
}
