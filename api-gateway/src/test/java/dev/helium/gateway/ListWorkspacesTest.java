package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Readiness;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedDeployment.class)
class ListWorkspacesTest {
  private static final String LIST = "/v1/api/workspaces";

  private static TestDeployment deployment;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    client = deployment.client;
    Instant expiries = Instant.now().plusSeconds(10_000);
    for (int number = 1; number <= 5; number++) {
      client.post(
          WORKSPACE + "?wait=decided",
          JSON,
          new JsonObject()
              .put("name", "listed-" + number)
              .put("expiry", expiries.minusSeconds(number).toString())
              .put("labels", new JsonObject().put("crew", number % 2 == 0 ? "blue" : "red"))
              .encode());
    }
    deployment.provisioner.applied("listed-1", Map.of("K8sNamespace", "listed-1"));
    deployment.provisioner.seen("listed-1", new Readiness.Ready());
    await().until(() -> names("?status=ready&label=crew").contains("listed-1"));
    await().until(() -> names("?text=listed").size() == 5);
  }

  @Test
  void withoutAParameterTheListIsThatOfTheOriginal() {
    for (String path : List.of(LIST, WORKSPACE)) {
      // given, when
      JsonObject body = json(client.get(path));
      // then
      assertThat(body.fieldNames()).containsExactly("IDs");
      assertThat(body.getJsonArray("IDs")).contains("first", "listed-1", "listed-5");
    }
  }

  @Test
  void itemsAreAsEachIsShownAlone() {
    // given
    JsonObject alone = Client.workspace(client.get(WORKSPACE + "/listed-1"));
    // when
    JsonObject body = json(client.get(LIST + "?view=full&text=listed-1"));
    // then
    assertThat(body.getInteger("Count")).isEqualTo(1);
    assertThat(body.getJsonArray("Workspaces").getJsonObject(0)).isEqualTo(alone);
    assertThat(body.containsKey("Next")).isFalse();
  }

  @Test
  void theSummaryCountsWhatTheListShows() {
    // given
    String ready = LIST + "?limit=1&status=ready&backend=namespace";
    // when, then
    await()
        .untilAsserted(
            () -> {
              JsonObject summary = json(client.get("/v1/api/summary"));
              assertThat(summary.getInteger("Workspaces"))
                  .isEqualTo(json(client.get(LIST + "?limit=1")).getInteger("Count"));
              assertThat(summary.getJsonArray("Kinds"))
                  .contains(
                      new JsonObject()
                          .put("Backend", "namespace")
                          .put("Status", "ready")
                          .put("Workspaces", json(client.get(ready)).getInteger("Count")));
              assertThat(summary.getInteger("Owners")).isPositive();
            });
  }

  @Test
  void aSummaryOfAnOwnerCountsTheirsAlone() {
    // given
    String list = LIST + "?limit=1&owner=token";
    // when, then
    await()
        .untilAsserted(
            () ->
                assertThat(json(client.get("/v1/api/summary?owner=token")).getInteger("Workspaces"))
                    .isPositive()
                    .isEqualTo(json(client.get(list)).getInteger("Count")));
    assertThat(json(client.get("/v1/api/summary?owner=nobody")).getInteger("Workspaces")).isZero();
    for (String wrong : List.of("?owner=", "?owner=a&owner=b", "?owner=" + "a".repeat(255))) {
      assertThat(client.get("/v1/api/summary" + wrong).statusCode()).as(wrong).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "label=crew%3Dblue, 'listed-2 listed-4'",
    "label=crew&status=ready, 'listed-1'",
    "label=crew%3Dred&label=crew, 'listed-1 listed-3 listed-5'",
    "text=LISTED-3, 'listed-3'",
    "text=listed&sort=-name&limit=2, 'listed-5 listed-4'",
    "label=crew&sort=expiry, 'listed-5 listed-4 listed-3 listed-2 listed-1'",
    "label=crew&sort=created, 'listed-1 listed-2 listed-3 listed-4 listed-5'",
    "label=crew&sort=-status, 'listed-1 listed-5 listed-4 listed-3 listed-2'",
    "owner=token&backend=namespace&label=crew%3Dblue, 'listed-2 listed-4'",
    "owner=nobody, ''",
    "status=failed%2Cnot-ready&label=crew, ''"
  })
  void workspacesAreFilteredAndSorted(String query, String expected) {
    assertThat(String.join(" ", names("?" + query))).isEqualTo(expected);
  }

  @Test
  void nextLeadsThroughAllPages() {
    // given
    List<String> seen = new ArrayList<>();
    String next = LIST + "?limit=2&label=crew&sort=-expiry";
    // when
    while (next != null) {
      JsonObject body = json(client.get(next));
      assertThat(body.getInteger("Count")).isEqualTo(5);
      seen.addAll(names(body));
      next = body.getString("Next");
    }
    // then
    assertThat(seen).containsExactly("listed-1", "listed-2", "listed-3", "listed-4", "listed-5");
  }

  @Test
  void aCursorWithOtherFiltersOrChangedIsRefused() {
    // given
    String next = json(client.get(LIST + "?limit=2&label=crew")).getString("Next");
    // then
    assertThat(client.get(next).statusCode()).isEqualTo(200);
    for (String other :
        List.of(
            next.replace("limit=2", "limit=2&status=ready"),
            next.replace("limit=2", "sort=-name"),
            next + "x",
            LIST + "?cursor=abc")) {
      HttpResponse<String> answer = client.get(other);
      assertThat(answer.statusCode()).as(other).isEqualTo(422);
      assertThat(errors(answer)).singleElement().asString().startsWith("cursor: ");
    }
  }

  @Test
  void everyBrokenRuleIsNamedAtOnce() {
    // given, when
    HttpResponse<String> answer =
        client.get(
            LIST
                + "?view=some&sort=age&limit=501&status=gone&owner="
                + URLEncoder.encode("a\tb", UTF_8)
                + "&label=-a%3Dx&stauts=ready");
    HttpResponse<String> known =
        client.get(LIST + "?view=some&sort=age&limit=501&status=gone&owner=a%09b&label=-a%3Dx");
    // then
    assertThat(errors(answer))
        .containsExactly("stauts: is not a parameter; did you mean \"status\"?");
    assertThat(known.statusCode()).isEqualTo(422);
    assertThat(errors(known).stream().map(error -> error.replaceAll(":.*", "")))
        .containsExactlyInAnyOrder("view", "sort", "limit", "status", "owner", "label");
  }

  @Test
  void whatIsGoneIsListedNoMore() {
    // given
    client.post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"leaving-the-list\"}");
    await().until(() -> names("?text=leaving-the-list").contains("leaving-the-list"));
    // when
    client.delete(WORKSPACE + "/leaving-the-list");
    await().until(() -> names("?status=deleting&text=leaving").contains("leaving-the-list"));
    deployment.provisioner.gone("leaving-the-list");
    // then
    await().until(() -> names("?text=leaving-the-list").isEmpty());
  }

  private static List<String> names(String query) {
    return names(json(client.get(LIST + query)));
  }

  private static List<String> names(JsonObject body) {
    return body.getJsonArray("Workspaces").stream()
        .map(JsonObject.class::cast)
        .map(workspace -> workspace.getString("ID"))
        .toList();
  }
}
