package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Some of what has happened to a workspace, in order.
 *
 * @param unlisted how many of the first events of the name can no longer be read one by one
 * @param next where the next page is; empty on the last
 */
public record EventPage(List<PastEvent> events, long unlisted, String next) {
  public EventPage {
    events = List.copyOf(events);
  }

  static EventPage of(JsonNode page) {
    return new EventPage(
        page.path("Events").valueStream().map(PastEvent::of).toList(),
        page.path("Unlisted").asLong(),
        page.path("Next").asText());
  }

  public boolean isLast() {
    return next.isEmpty();
  }
}
