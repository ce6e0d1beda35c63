package dev.helium.gateway.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void workspacesAreCountedByBackendStatusReasonAndOwner() {
    // given
    List<ListedWorkspace> all =
        List.of(
            workspace("a", "ada", "helm", "ready", "", NOW.plusSeconds(60)),
            workspace("b", "ada", "helm", "failed", "image", NOW.plusSeconds(60)),
            workspace("c", "grace", "namespace", "failed", "image", NOW.plusSeconds(60)),
            workspace("d", "ada", "namespace", "failed", "quota", NOW.plusSeconds(60)));
    // when
    JsonObject json = SummaryJson.of(Summary.of(all, NOW), Map.of(), NOW);
    // then
    assertThat(json.getInteger("Workspaces")).isEqualTo(4);
    assertThat(json.getJsonArray("Kinds"))
        .containsExactly(
            kind("helm", "failed", 1), kind("helm", "ready", 1), kind("namespace", "failed", 2));
    assertThat(json.getJsonArray("Failures"))
        .containsExactly(count("ReasonClass", "image", 2), count("ReasonClass", "quota", 1));
    assertThat(json.getInteger("Owners")).isEqualTo(2);
    assertThat(json.getJsonArray("Largest"))
        .containsExactly(count("Owner", "ada", 3), count("Owner", "grace", 1));
  }

  @Test
  void whatIsToGoCountsInEachLongerTimeToo() {
    // given expiries that are all past, and ends of protection after them
    List<ListedWorkspace> all =
        List.of(
            workspace("now", "ada", "helm", "ready", "", NOW),
            workspace("day", "ada", "helm", "ready", "", NOW.plus(Duration.ofHours(24))),
            workspace("kept", "ada", "helm", "ready", "", NOW.plus(Duration.ofDays(31))));
    // when
    JsonArray expiring =
        SummaryJson.of(Summary.of(all, NOW), Map.of(), NOW).getJsonArray("Expiring");
    // then
    assertThat(expiring)
        .containsExactly(
            count("Within", "PT0S", 1),
            count("Within", "PT1H", 1),
            count("Within", "PT6H", 1),
            count("Within", "PT24H", 2),
            count("Within", "P7D", 2),
            count("Within", "P30D", 2));
  }

  @Test
  void ofManyOwnersThoseWithTheMostAreNamed() {
    // given
    List<ListedWorkspace> all = new ArrayList<>();
    IntStream.range(0, 150)
        .forEach(
            number -> all.add(workspace("w" + number, "o" + number, "helm", "ready", "", NOW)));
    all.add(workspace("more", "o149", "helm", "ready", "", NOW));
    // when
    JsonObject json = SummaryJson.of(Summary.of(all, NOW), Map.of(), NOW);
    // then
    assertThat(json.getInteger("Owners")).isEqualTo(150);
    assertThat(json.getJsonArray("Largest")).hasSize(100).startsWith(count("Owner", "o149", 2));
  }

  @Test
  void whatCreationsTookIsToldByTheirTenthsAndMiddle() {
    // given
    List<Duration> took =
        new ArrayList<>(IntStream.rangeClosed(1, 100).mapToObj(Duration::ofSeconds).toList());
    Collections.shuffle(took, new Random(7));
    // when
    JsonArray ready =
        SummaryJson.of(
                Summary.of(List.of(), NOW),
                Map.of("helm", took, "one", List.of(Duration.ofMillis(5)), "none", List.of()),
                NOW)
            .getJsonArray("Ready");
    // then
    assertThat(ready)
        .containsExactlyInAnyOrder(
            ready("helm", 100, 10_000, 50_000, 90_000), ready("one", 1, 5, 5, 5));
  }

  private static JsonObject kind(String backend, String status, int count) {
    return count("Backend", backend, count).put("Status", status);
  }

  private static JsonObject count(String name, String value, int count) {
    return new JsonObject().put(name, value).put("Workspaces", count);
  }

  private static JsonObject ready(String backend, int runs, long tenth, long median, long most) {
    return new JsonObject()
        .put("Backend", backend)
        .put("Runs", runs)
        .put("Tenth", tenth)
        .put("Median", median)
        .put("Ninetieth", most);
  }

  private static ListedWorkspace workspace(
      String name, String owner, String backend, String status, String reason, Instant end) {
    return new ListedWorkspace(
        name, owner, backend, status, reason, Map.of(), NOW, NOW, end, Buffer.buffer());
  }
}
