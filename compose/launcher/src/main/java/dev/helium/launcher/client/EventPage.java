package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What has happened to a workspace, in order.
 *
 * @param unlisted how many of the first events of the name can no longer be read one by one
 */
public record EventPage(List<PastEvent> events, long unlisted) {
  static final String EVENTS = "Events";

  public EventPage {
    events = List.copyOf(events);
  }

  static EventPage of(JsonNode page) {
    return new EventPage(
        page.path(EVENTS).valueStream().map(PastEvent::of).toList(),
        page.path("Unlisted").asLong());
  }
}
