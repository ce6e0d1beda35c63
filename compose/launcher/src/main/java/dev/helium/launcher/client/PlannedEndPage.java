package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Some of what is to go, the soonest first.
 *
 * @param count of all, those that are left out included
 */
public record PlannedEndPage(List<PlannedEnd> ends, int count) {
  static final String ENDS = "Expiries";

  public PlannedEndPage {
    ends = List.copyOf(ends);
  }

  static PlannedEndPage of(JsonNode page) {
    return new PlannedEndPage(
        page.path(ENDS).valueStream().map(PlannedEnd::of).toList(), page.path("Count").asInt());
  }
}
