package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Some of what is to go, the soonest first.
 *
 * @param count of all, those on other pages included
 * @param next where the next page is; empty on the last
 */
public record PlannedEndPage(List<PlannedEnd> ends, int count, String next) {
  public PlannedEndPage {
    ends = List.copyOf(ends);
  }

  static PlannedEndPage of(JsonNode page) {
    return new PlannedEndPage(
        page.path("Expiries").valueStream().map(PlannedEnd::of).toList(),
        page.path("Count").asInt(),
        page.path("Next").asText());
  }

  public boolean isLast() {
    return next.isEmpty();
  }
}
