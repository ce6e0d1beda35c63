package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a workspace will be ready, as earlier ones tell. */
public sealed interface Outlook {
  /** In words; empty when nobody knows. */
  String text();

  /** There is nothing to tell by. */
  record Unknown() implements Outlook {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * It takes as long as others took.
   *
   * @param at an instant in the server's words, as are those between which most others ended
   * @param runs how many others it is told by
   */
  record Expected(String at, String earliest, String latest, int runs) implements Outlook {
    @Override
    public String text() {
      return "expected at %s, between %s and %s (from %d earlier ones)"
          .formatted(time(at), time(earliest), time(latest), runs);
    }
  }

  /**
   * It takes longer than any other took.
   *
   * @param longest how long, as ISO 8601 writes it
   */
  record Overdue(int runs, String longest) implements Outlook {
    @Override
    public String text() {
      return "overdue, none of %d earlier ones took longer than %s"
          .formatted(runs, seconds(longest));
    }
  }

  static Outlook of(JsonNode estimate) {
    if (!estimate.isObject()) {
      return new Unknown();
    }
    int runs = estimate.path("Runs").asInt();
    return estimate.path("Overdue").asBoolean()
        ? new Overdue(runs, estimate.path("Longest").asText())
        : new Expected(
            estimate.path("Expected").asText(),
            estimate.path("Earliest").asText(),
            estimate.path("Latest").asText(),
            runs);
  }

  /** Where the reader is; what is no instant stays as it is. */
  private static String time(String instant) {
    try {
      return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
          .format(Instant.parse(instant).atZone(ZoneId.systemDefault()));
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
