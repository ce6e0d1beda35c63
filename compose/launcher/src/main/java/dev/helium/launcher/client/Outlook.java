package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How far a workspace is and when it will be ready, in words; empty where the API says nothing. */
final class Outlook {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Outlook() {}

  static String progress(JsonNode progress) {
    if (!progress.isObject()) {
      return "";
    }
    String slowest = progress.path("Slowest").asText();
    return "%d of %d pods ready%s"
        .formatted(
            progress.path("Ready").asInt(),
            progress.path("Wanted").asInt(),
            slowest.isEmpty() ? "" : ", slowest " + slowest);
  }

  static String estimate(JsonNode estimate) {
    if (!estimate.isObject()) {
      return "";
    }
    int runs = estimate.path("Runs").asInt();
    if (estimate.path("Overdue").asBoolean()) {
      return "overdue, none of %d earlier ones took longer than %s"
          .formatted(runs, seconds(estimate.path("Longest").asText()));
    }
    return "expected at %s, between %s and %s (from %d earlier ones)"
        .formatted(
            time(estimate.path("Expected").asText()),
            time(estimate.path("Earliest").asText()),
            time(estimate.path("Latest").asText()),
            runs);
  }

  /** Where the reader is; what is no instant stays as it is. */
  private static String time(String instant) {
    try {
      return TIME.format(Instant.parse(instant).atZone(ZoneId.systemDefault()));
    } catch (DateTimeException foreign) {
      return instant;
    }
  }

  private static String seconds(String duration) {
    try {
      return String.format(Locale.ROOT, "%.1f s", Duration.parse(duration).toMillis() / 1000.0);
    } catch (DateTimeException foreign) {
      return duration;
    }
  }
}
