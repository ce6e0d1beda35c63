package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a workspace is as it is, in the server's sentences.
 *
 * @param because what led to it, in order
 * @param failed what went wrong; empty when nothing did
 * @param wayOn what a person can do about that
 * @param evidence the proof that nothing is left of it; empty while it is there
 */
public record Explanation(
    String state,
    String since,
    List<String> because,
    String failed,
    String wayOn,
    String next,
    List<String> evidence) {
  public Explanation {
    because = List.copyOf(because);
    evidence = List.copyOf(evidence);
  }

  static Explanation of(JsonNode why) {
    JsonNode failed = why.path("Failed");
    return new Explanation(
        why.path("State").asText(),
        why.path("Since").asText(),
        texts(why.path("Because")).toList(),
        failed.isObject()
            ? failed.path("ReasonClass").asText() + ": " + failed.path("Message").asText()
            : "",
        failed.path("WayOn").asText(),
        why.path("Next").asText(),
        texts(why.path("Receipt").path("Evidence")).toList());
  }

  private static Stream<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText);
  }
}
