package dev.helium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.Markup;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Payloads;
import dev.helium.pages.support.Person;
import dev.helium.pages.web.Query;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of others is text: with it, every page has the same tags and attributes as without. */
class EscapingTest {
  private static final String HARMLESS = "harmless";

  private final CannedApi api = new CannedApi();
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<String> payloads() {
    return Payloads.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noTextOfAWorkspaceBecomesMarkup(String payload) {
    for (String page :
        List.of(
            "/",
            "/start/glance",
            "/list?scope=all",
            "/list/rows?scope=all",
            "/list/calendar?scope=all",
            "/list/calendar/days?scope=all")) {
      // given
      can(HARMLESS);
      List<String> shape = new Markup(server.get(page).body()).shape();

      // when
      can(payload);
      String html = server.get(page).body();

      // then
      assertThat(new Markup(html).shape()).as(page).isEqualTo(shape);
      assertThat(html).as(page).doesNotContain("<script>alert", "<img", "<svg onload", "<b>");
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void nothingOfAnAddressBecomesMarkup(String payload) {
    for (String name :
        List.of("text", "label", "backend", "status", "sort", "cursor", "page", "scope", "done")) {
      // given
      can(HARMLESS);
      String path = Query.of("/list").with(name, payload).toString();

      // when
      String html = server.get(path).body();

      // then
      assertThat(html).as(path).doesNotContain("<script>alert", "<img", "<svg onload", "<b>");
      assertThat(new Markup(html).shape())
          .as(path)
          .noneMatch(tag -> tag.contains("onerror") || tag.contains("onfocus"))
          .noneMatch(tag -> tag.contains("onmouseover"));
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void nothingThatAFormBringsBecomesMarkup(String payload) {
    // given
    can(HARMLESS);
    api.refuse("DELETE /v1/api/workspace/", 409, payload);
    for (String action : List.of("/list/selected", "/list/delete")) {
      // when
      String html =
          server
              .post(
                  action,
                  "formToken",
                  Person.ADA.formToken(),
                  "id",
                  payload,
                  "back",
                  payload,
                  "action",
                  "delete",
                  "key",
                  payload)
              .body();

      // then
      assertThat(html).as(action).doesNotContain("<script>alert", "<img", "<svg onload", "<b>");
      assertThat(new Markup(html).values("href"))
          .as(action)
          .allMatch(href -> href.startsWith("/") || href.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void onlyAddressesOfTheWebBecomeLinks(String payload) {
    // given
    can(payload);

    // when
    List<String> links = new Markup(server.get("/list?scope=all").body()).values("href");

    // then
    assertThat(links)
        .contains("https://console.example.com/")
        .allMatch(
            href ->
                href.startsWith("/")
                    || href.startsWith("#")
                    || href.startsWith("https://console."));
  }

  private void can(String text) {
    JsonObject workspace =
        Canned.workspace(text, "failed", text)
            .put("Backend", text)
            .put("Message", text)
            .put("Labels", new JsonObject().put(text, text))
            .put(
                "Connections",
                new JsonArray()
                    .add(Canned.link(text, "https://console.example.com/"))
                    .add(Canned.link(text, text)))
            .put(
                "Protection",
                new JsonObject()
                    .put("Until", "2026-12-09T00:00:00Z")
                    .put("By", text)
                    .put("Why", text));
    JsonArray expiries = new JsonArray();
    expiries.add(Canned.expiry(text, "2026-11-30T00:00:00Z", "to-come", text).put("Why", text));
    expiries.add(Canned.expiry(text, "2026-11-20T00:00:00Z", "held", text).put("Why", text));
    api.answer("GET /v1/api/workspaces", Canned.page(workspace))
        .answer("GET /v1/api/summary", CannedFleet.summary())
        .answer("GET /v1/api/workspace/", new JsonObject().put("Workspace", workspace))
        .answer("GET /v1/api/backends", Canned.backends(text))
        .answer("GET /v1/api/expiries", new JsonObject().put("Expiries", expiries).put("Count", 2));
  }
}
