package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that has happened to a workspace.
 *
 * @param workspace the name that it is about
 * @param number its place among all events of the name, counted from 1; 0 when nobody says it
 * @param type without what all types have in common, such as {@code readiness-changed}
 * @param details its fields that have a value, on one line
 * @param document the whole event as the server sent it, on one line
 */
public record PastEvent(
    String workspace, long number, String time, String type, String details, String document) {
  private static final String PREFIX = "dev.helium.workspace.";
  private static final String VERSION = "\\.v\\d+$";

  /** An instant that nobody noted. */
  private static final String UNKNOWN = "1970-01-01T00:00:00Z";

  static PastEvent of(JsonNode event) {
    List<String> details = new ArrayList<>();
    event
        .path("data")
        .propertyStream()
        .forEach(field -> add(details, field.getKey(), field.getValue()));
    return new PastEvent(
        event.path("subject").asText(),
        event.path("sequence").asLong(),
        event.path("time").asText(),
        event.path("type").asText().replace(PREFIX, "").replaceFirst(VERSION, ""),
        String.join(", ", details),
        event.toString());
  }

  private static void add(List<String> details, String name, JsonNode value) {
    if (value.isValueNode()) {
      if (!value.asText().isEmpty() && !value.asText().equals(UNKNOWN)) {
        // What a sum type is says more than that it is one.
        details.add(name.equals("is") ? value.asText() : name + " " + value.asText());
      }
    } else if (value.isArray()) {
      value.valueStream().forEach(member -> add(details, name, member));
    } else {
      value.propertyStream().forEach(field -> add(details, field.getKey(), field.getValue()));
    }
  }
}
