package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiriesTest {
  private static final String EXPIRIES = "/v1/api/expiries";

  @TempDir static Path directory;
  private static TestDeployment deployment;
  private static Client client;

  @BeforeAll
  static void start() {
    deployment = new TestDeployment(directory);
    client = deployment.client;
  }

  @AfterAll
  static void stop() {
    deployment.close();
  }

  @Test
  void whatIsToGoIsListedTheSoonestFirstOverPages() {
    // given
    Instant first = Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    create("page-c", first.plusSeconds(2));
    create("page-a", first);
    create("page-b", first.plusSeconds(1));
    create("page-late", first.plusSeconds(60));
    // when
    List<JsonObject> all = new ArrayList<>();
    String next = EXPIRIES + "?limit=2&until=" + first.plusSeconds(2);
    while (next != null) {
      JsonObject page = json(client.get(next));
      page.getJsonArray("Expiries").forEach(entry -> all.add((JsonObject) entry));
      next = page.getString("Next");
    }
    // then
    assertThat(all)
        .extracting(entry -> entry.getString("ID"))
        .containsSubsequence("page-a", "page-b", "page-c")
        .doesNotContain("page-late")
        .doesNotHaveDuplicates();
    JsonObject soonest = all.get(all.size() - 3);
    assertThat(soonest.getString("State")).isEqualTo("to-come");
    assertThat(soonest.getBoolean("Overdue")).isFalse();
    assertThat(soonest.getString("Expiry")).isEqualTo(first.toString());
    assertThat(soonest.getString("Cluster")).isEmpty();
  }

  @Test
  void whatIsOverdueSaysWhyItStillStands() {
    // given
    Instant soon = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
    create("overdue", soon);
    // when, then
    await().until(() -> entry("overdue").getString("State").equals("due"));
    assertThat(entry("overdue").getBoolean("Overdue")).isTrue();
    // when
    client.delete(WORKSPACE + "/overdue");
    // then
    await().until(() -> entry("overdue").getString("State").equals("deleting"));
    assertThat(entry("overdue").getString("Why")).startsWith("Somebody asked for its deletion.");
    // when
    deployment.provisioner.gone("overdue");
    // then
    await().until(() -> entries(EXPIRIES).stream().noneMatch(of("overdue")));
  }

  @ParameterizedTest
  @CsvSource({
    "until=tomorrow, until",
    "after=nowhere, after",
    "limit=0, limit",
    "limit=501, limit",
    "limit=many, limit",
    "untill=2026-03-04T00:00:00Z, untill"
  })
  void whatCannotBeReadIsNamed(String query, String field) {
    // given, when
    HttpResponse<String> answer = client.get(EXPIRIES + "?" + query);
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  private static void create(String name, Instant expiry) {
    HttpResponse<String> answer =
        client.post(
            WORKSPACE + "?wait=decided",
            JSON,
            new JsonObject().put("name", name).put("expiry", expiry.toString()).encode());
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  private static JsonObject entry(String name) {
    return entries(EXPIRIES + "?limit=500").stream()
        .filter(of(name))
        .findFirst()
        .orElseGet(() -> new JsonObject().put("State", ""));
  }

  private static Predicate<JsonObject> of(String name) {
    return entry -> entry.getString("ID").equals(name);
  }

  private static List<JsonObject> entries(String path) {
    return json(client.get(path)).getJsonArray("Expiries").stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
