package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How many pods are ready.
 *
 * @param wanted 0 when nobody has counted
 * @param slowest that is waited for longest; may be empty
 */
public record PodProgress(int ready, int wanted, String slowest) {
  static PodProgress of(JsonNode progress) {
    return new PodProgress(
        progress.path("Ready").asInt(),
        progress.path("Wanted").asInt(),
        progress.path("Slowest").asText());
  }

  public boolean isKnown() {
    return wanted > 0;
  }

  /** In words; empty when nobody has counted. */
  public String text() {
    return isKnown()
        ? "%d of %d pods ready%s"
            .formatted(ready, wanted, slowest.isEmpty() ? "" : ", slowest " + slowest)
        : "";
  }
}
