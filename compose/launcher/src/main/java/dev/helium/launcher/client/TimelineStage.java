package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * One stage of a workspace.
 *
 * @param state such as {@code under-way}
 * @param begin in milliseconds since 1970; {@link #UNKNOWN} when it has not begun or nobody noted
 *     it
 * @param took in milliseconds, or takes so far; {@link #UNKNOWN} like the beginning
 */
public record TimelineStage(String name, String state, long begin, long took) {
  public static final long UNKNOWN = -1;

  static TimelineStage of(JsonNode stage) {
    return new TimelineStage(
        stage.path("Name").asText(),
        stage.path("State").asText(),
        milliseconds(stage.path("From").asText()),
        stage.path("Milliseconds").asLong(UNKNOWN));
  }

  public boolean isTimed() {
    return begin != UNKNOWN && took != UNKNOWN;
  }

  /** True for a stage of its deletion. */
  public boolean isOfItsEnd() {
    return name.equals("deletion") || name.equals("destroyed") || name.equals("deleted");
  }

  private static long milliseconds(String instant) {
    try {
      return Instant.parse(instant).toEpochMilli();
    } catch (DateTimeException absent) {
      return UNKNOWN;
    }
  }
}
