package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedDeployment.class)
class ExpiriesTest {
  private static final String EXPIRIES = "/v1/api/expiries";

  private static TestDeployment deployment;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    client = deployment.client;
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
    JsonObject soonest = all.stream().filter(of("page-a")).findFirst().orElseThrow();
    assertThat(soonest.getString("State")).isEqualTo("to-come");
    assertThat(soonest.getBoolean("Overdue")).isFalse();
    assertThat(soonest.getString("Expiry")).isEqualTo(first.toString());
    assertThat(soonest.getString("Cluster")).isEmpty();
  }

  @Test
  void whatIsOverdueSaysWhyItStillStands() {
    // given
    create("overdue", soon());
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

  @Test
  void aClusterWhoseTimeIsUpSaysForWhomItIsHeld() {
    // given
    Instant later = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);
    create("holding", soon());
    create("tenant-of-it", later, new JsonObject().put("clusterStack", "holding"));
    // when, then
    await().until(() -> entry("holding").getString("State").equals("held"));
    JsonObject held = entry("holding");
    assertThat(held.getBoolean("Overdue")).isTrue();
    assertThat(held.getString("Why")).contains("tenant-of-it (until " + later + ")");
    assertThat(held.getJsonArray("Tenants"))
        .containsExactly(
            new JsonObject().put("ID", "tenant-of-it").put("Expiry", later.toString()));
    assertThat(entry("tenant-of-it").containsKey("Tenants")).isFalse();
    JsonObject why = json(client.get(WORKSPACE + "/holding/why")).getJsonObject("Why");
    assertThat(why.getString("Next")).doesNotContain("is to be deleted now");
    // when
    client.delete(WORKSPACE + "/tenant-of-it");
    deployment.provisioner.gone("tenant-of-it");
    // then
    await().until(() -> entry("holding").getString("State").equals("due"));
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

  /** After the decision, also where that takes its time: what has expired is not made. */
  private static Instant soon() {
    return Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
  }

  private static void create(String name, Instant expiry) {
    create(name, expiry, new JsonObject());
  }

  private static void create(String name, Instant expiry, JsonObject more) {
    HttpResponse<String> answer =
        client.post(
            WORKSPACE + "?wait=decided",
            JSON,
            more.copy().put("name", name).put("expiry", expiry.toString()).encode());
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
