package dev.helium.pages.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
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
    api.answer("GET /v1/api/workspaces", StartPageTest::counted);

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

    // when
    String user = server.get("/").body();
    server.look(Person.OPAL);
    String operator = server.get("/").body();

    // then
    assertThat(user).doesNotContain("href=\"/operate\"");
    assertThat(operator).contains("href=\"/operate\"");
  }

  private static ApiAnswer counted(ApiCall call) {
    String uri = call.uri();
    JsonObject failed = Canned.workspace("broken-1", "failed", Person.ADA.name());
    JsonObject fine = Canned.workspace("fine-1", "ready", Person.ADA.name());
    if (!uri.contains("owner=")) {
      return CannedApi.good(Canned.page(List.of(fine), 1_204));
    }
    return CannedApi.good(
        uri.contains("sort=status")
            ? Canned.page(List.of(failed), 7)
            : Canned.page(List.of(fine), 9));
  }
}
