package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One part of a filter as a person reads it. */
final class WebhookFilterPart {
  private WebhookFilterPart() {}

  /** Nothing for a part that lets everything pass. */
  static Stream<String> of(Map.Entry<String, JsonNode> part) {
    String value =
        part.getValue().isArray()
            ? part.getValue().valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
            : part.getValue().asText();
    return value.isEmpty()
        ? Stream.of()
        : Stream.of(part.getKey().toLowerCase(Locale.ROOT) + " " + value);
  }
}
