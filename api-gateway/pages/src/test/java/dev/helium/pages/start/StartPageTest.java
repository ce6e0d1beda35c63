package dev.helium.pages.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartPageTest {
  private final CannedApi api = new CannedApi();
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatNeedsSomebodyComesFirstAndThenWhatExpiresNext() {
    // given
    api.answer("GET /v1/api/workspaces", StartPageTest::listed);
    api.answer("GET /v1/api/summary", StartPageTest::counted);

    // when
    String html = server.get("/").body();

    // then
    assertThat(html).containsSubsequence("Needs you", "broken-1", "Expires next", "fine-1");
    assertThat(html).contains(">7</span>", "1,204 workspaces");
    assertThat(api.asked())
        .contains(
            "GET /v1/api/workspaces?owner=ada%40example.com&status=failed&status=not-ready"
                + "&sort=status&limit=6");
  }

  @Test
  void whoHasNoneIsToldWhatToDoFirst() {
    // given
    api.answer("GET /v1/api/workspaces", Canned.page());
    api.answer("GET /v1/api/summary", new JsonObject().put("Workspaces", 0));

    // when
    String user = server.get("/").body();
    server.look(Person.VERA);
    String viewer = server.get("/").body();

    // then
    assertThat(user).contains("You have no workspaces yet", "Create your first workspace");
    assertThat(viewer).contains("See all workspaces").doesNotContain("href=\"/create\"");
  }

  @Test
  void onlyOperatorsAreShownTheWayToOperate() {
    // given
    api.answer("GET /v1/api/workspaces", Canned.page());
    api.answer("GET /v1/api/summary", new JsonObject().put("Workspaces", 0));

    // when
    String user = server.get("/").body();
    server.look(Person.OPAL);
    String operator = server.get("/").body();

    // then
    assertThat(user).doesNotContain("href=\"/operate\"");
    assertThat(operator).contains("href=\"/operate\"");
  }

  private static ApiAnswer listed(ApiCall call) {
    JsonObject failed = Canned.workspace("broken-1", "failed", Person.ADA.name());
    JsonObject fine = Canned.workspace("fine-1", "ready", Person.ADA.name());
    return CannedApi.good(
        call.uri().contains("sort=status")
            ? Canned.page(List.of(failed), 7)
            : Canned.page(List.of(fine), 9));
  }

  private static ApiAnswer counted(ApiCall call) {
    return CannedApi.good(
        call.uri().contains("owner=ada%40example.com")
            ? counts("failed", 7, "ready", 9)
            : counts("failed", 7, "ready", 1_197));
  }

  private static JsonObject counts(String status, int count, String other, int more) {
    return new JsonObject()
        .put("Workspaces", count + more)
        .put("Kinds", new JsonArray().add(kind(status, count)).add(kind(other, more)));
  }

  private static JsonObject kind(String status, int count) {
    return new JsonObject().put("Backend", "helm").put("Status", status).put("Workspaces", count);
  }
}
