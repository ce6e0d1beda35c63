package dev.helium.gateway.listing;

import dev.helium.gateway.workspaces.TimeToReady;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A summary in the words of the API. */
final class SummaryJson {
  private static final int MOST_OWNERS = 100;
  private static final String WORKSPACES = "Workspaces";
  private static final String BACKEND = "Backend";
  private static final Comparator<Map.Entry<String, Integer>> MOST_FIRST =
      Map.Entry.<String, Integer>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());
  private static final Map<Duration, String> WORDS =
      Map.of(Duration.ofDays(7), "P7D", Duration.ofDays(30), "P30D");

  private SummaryJson() {}

  /**
   * @param runs what the newest creations took, by backend; any of them may be none
   */
  static JsonObject of(Summary summary, Map<String, List<Duration>> runs, Instant now) {
    JsonArray kinds = new JsonArray();
    summary.kinds().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Fleet.Kind, Integer> kind) -> kind.getKey().backend())
                .thenComparing(kind -> kind.getKey().status()))
        .forEach(kind -> kinds.add(json(kind.getKey(), kind.getValue())));
    JsonArray expiring = new JsonArray();
    summary
        .expiring()
        .forEach(
            (within, count) ->
                expiring.add(
                    new JsonObject()
                        .put("Within", WORDS.getOrDefault(within, within.toString()))
                        .put(WORKSPACES, count)));
    JsonArray ready = new JsonArray();
    runs.forEach(
        (backend, took) -> {
          if (!took.isEmpty()) {
            ready.add(new JsonObject().put(BACKEND, backend).mergeIn(TimeToReady.of(took)));
          }
        });
    return new JsonObject()
        .put(WORKSPACES, summary.workspaces())
        .put("Kinds", kinds)
        .put("Failures", counts(summary.failures(), "ReasonClass"))
        .put("Expiring", expiring)
        .put("Owners", summary.owners().size())
        .put("Largest", counts(summary.owners(), "Owner"))
        .put("Ready", ready)
        .put("AsOf", now.toString());
  }

  private static JsonObject json(Fleet.Kind kind, int count) {
    return new JsonObject()
        .put(BACKEND, kind.backend())
        .put("Status", kind.status())
        .put(WORKSPACES, count);
  }

  private static JsonArray counts(Map<String, Integer> counts, String name) {
    JsonArray json = new JsonArray();
    counts.entrySet().stream()
        .sorted(MOST_FIRST)
        .limit(MOST_OWNERS)
        .forEach(
            each ->
                json.add(
                    new JsonObject().put(name, each.getKey()).put(WORKSPACES, each.getValue())));
    return json;
  }
}
