package dev.helium.gateway.workspaces;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** What creations of a backend took from the decision to be ready, in the words of the API. */
public final class TimeToReady {
  private TimeToReady() {}

  /**
   * How many they are, and what so many of ten did not exceed, in milliseconds.
   *
   * @param took at least one, in any order
   */
  public static JsonObject of(List<Duration> took) {
    List<Duration> sorted = took.stream().sorted().toList();
    return new JsonObject()
        .put("Runs", sorted.size())
        .put("Tenth", quantile(sorted, 1))
        .put("Median", quantile(sorted, 5))
        .put("Ninetieth", quantile(sorted, 9));
  }

  private static long quantile(List<Duration> sorted, int ofTen) {
    return sorted.get(Math.ceilDiv(sorted.size() * ofTen, 10) - 1).toMillis();
  }
}
