package dev.helium.pages.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.Markup;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListPageTest {
  private static final String LIST = "GET /v1/api/workspaces";

  private final CannedApi api =
      new CannedApi()
          .answer(LIST, Canned.page(Canned.workspace("demo-1", "ready", Person.ADA.name())))
          .answer("GET /v1/api/backends", Canned.backends("helm", "namespace"));
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void filtersBecomeTheQueryOfTheApi() {
    // when
    server.get(
        "/list?scope=mine&text=De%20mo&backend=helm&status=failed&status=ready&status=odd"
            + "&label=team%3Ddata,%20ticket&sort=-expiry&cursor=abc&page=2");

    // then
    assertThat(api.asked())
        .contains(
            LIST
                + "?view=full&owner=ada%40example.com&backend=helm&status=ready&status=failed"
                + "&label=team%3Ddata&label=ticket&text=De%20mo&sort=-expiry&limit=50&cursor=abc");
  }

  @Test
  void whoMakesWorkspacesSeesTheirOwnFirstAndWhoRunsHeliumAll() {
    // when
    server.get("/list");
    server.look(Person.OPAL);
    server.get("/list");

    // then
    assertThat(api.asked().stream().filter(call -> call.startsWith(LIST)))
        .containsExactly(
            LIST + "?view=full&owner=ada%40example.com&sort=name&limit=50",
            LIST + "?view=full&sort=name&limit=50");
  }

  @Test
  void aListThatCannotBeSortedSoIsSortedByName() {
    // when
    server.get("/list?scope=all&sort=colour");

    // then
    assertThat(api.asked()).contains(LIST + "?view=full&sort=name&limit=50");
  }

  @Test
  void thePageListensToWhatItShows() {
    // when
    Markup page = new Markup(server.get("/list?scope=mine&backend=helm&text=x").body());

    // then
    assertThat(page.values("data-stream"))
        .containsExactly("/v1/api/events?owner=ada%40example.com&backend=helm");
    assertThat(page.values("hx-get")).contains("/list/rows?scope=mine&text=x&backend=helm");
  }

  @Test
  void aRowSaysWhatItIsAndLeadsOn() {
    // given
    api.answer(
        LIST,
        Canned.page(
            Canned.workspace("demo-1", "creating", Person.ADA.name())
                .put("Labels", new JsonObject().put("team", "data"))
                .put("Progress", new JsonObject().put("Ready", 2).put("Wanted", 5)),
            Canned.workspace("demo-2", "failed", Person.ADA.name())
                .put("Message", "The image cannot be pulled."),
            Canned.workspace("demo-3", "ready", Person.ADA.name())
                .put(
                    "Connections",
                    new JsonArray().add(Canned.link("console", "https://c.example/")))));

    // when
    String html = server.get("/list").body();

    // then
    assertThat(html)
        .contains("href=\"/get/demo-1\"", "team=data", "2/5", "The image cannot be pulled.")
        .contains("href=\"https://c.example/\"", "rel=\"noopener noreferrer\"", "3 workspaces")
        .contains("<time datetime=\"2026-12-02T00:00:00Z\"");
  }

  @Test
  void pagesFollowByTheCursorOfTheApi() {
    // given
    api.answer(
        LIST,
        Canned.page(List.of(Canned.workspace("demo-1", "ready", "ada")), 120)
            .put("Next", "/v1/api/workspaces?view=full&cursor=next_one&limit=50"));

    // when
    Markup first = new Markup(server.get("/list?scope=all&status=ready").body());
    String second = server.get("/list?scope=all&status=ready&cursor=next_one&page=2").body();

    // then
    assertThat(first.values("href"))
        .contains("/list?scope=all&status=ready&cursor=next_one&page=2");
    assertThat(second).contains("51–51 of 120", "First page");
  }

  @Test
  void onlyWhatOneMayChangeCanBeTicked() {
    // given
    api.answer(
        LIST,
        Canned.page(
            Canned.workspace("mine-1", "ready", Person.ADA.name()),
            Canned.workspace("other-1", "ready", "grace@example.com")));

    // when
    String user = server.get("/list?scope=all").body();
    server.look(Person.OPAL);
    String operator = server.get("/list?scope=all").body();
    server.look(Person.VERA);
    String viewer = server.get("/list?scope=all").body();

    // then
    assertThat(user).contains("Select mine-1").doesNotContain("Select other-1");
    assertThat(operator).contains("Select mine-1", "Select other-1");
    assertThat(viewer).doesNotContain("Select mine-1", "value=\"delete\"");
  }

  @Test
  void aFilterThatTheApiRefusesIsSaidOnThePage() {
    // given
    api.answer(
        LIST,
        call ->
            new ApiAnswer(
                422,
                MultiMap.caseInsensitiveMultiMap(),
                new JsonObject()
                    .put("title", "Invalid")
                    .put(
                        "errors",
                        new JsonArray()
                            .add(
                                new JsonObject()
                                    .put("field", "label")
                                    .put("rule", "must be name=value")))
                    .toBuffer()));

    // when
    HttpResponse<String> answer = server.get("/list?label=%3D%3D");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("label must be name=value.", "value=\"==\"");
  }

  @Test
  void anEmptyListSaysWhatToDoFirst() {
    // given
    api.answer(LIST, Canned.page());

    // when
    String none = server.get("/list").body();
    String filtered = server.get("/list?status=failed").body();
    server.look(Person.VERA);
    String viewer = server.get("/list").body();

    // then
    assertThat(none).contains("You have no workspaces", "Create a workspace");
    assertThat(filtered).contains("Nothing matches", "Clear the filters");
    assertThat(viewer).contains("There are no workspaces yet").doesNotContain("href=\"/create\"");
  }

  @Test
  void theListIsShownWithoutTheBackendsWhereThoseCannotBeRead() {
    // given
    api.refuse("GET /v1/api/backends", 503, "Not now.");

    // when
    HttpResponse<String> answer = server.get("/list");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("demo-1").doesNotContain("Every backend");
  }
}
