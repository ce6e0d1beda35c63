package dev.helium.pages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedLife;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GonePageTest {
  private static final String ONE = "/v1/api/workspace/demo";

  private final JsonObject why = CannedLife.why("demo", "deleted", "Nothing: it is gone.");
  private final JsonObject receipt = CannedLife.receipt("demo");
  private final CannedApi api =
      new CannedApi()
          .refuse("GET " + ONE, 404, "There is no workspace of that name.")
          .answer("GET " + ONE + "/why", why)
          .answer("GET " + ONE + "/receipt", receipt)
          .answer(
              "GET " + ONE + "/events",
              CannedLife.events(
                  3,
                  CannedLife.event(
                      1, "created", new JsonObject().put("createdBy", Person.ADA.name()))));
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatIsGoneIsShownAsWhatItWasWithItsProof() {
    // when
    HttpResponse<String> answer = server.get("/get/demo");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Deleted</span>", "Nothing of it is left", "The namespace demo is gone.")
        .contains("50 s</strong>", "took 42 s", "took 8 s", "3 kinds", "Deployment.apps")
        .contains("ada@example.com asked for the workspace")
        .contains("Nothing: it is gone.")
        .containsSubsequence("Gone since <time", "29 Nov 2026, 11:58 UTC", "1 minute ago")
        .contains("href=\"/get/demo/receipt\"")
        .doesNotContain("/get/demo/revive\"", "method=\"post\" action=\"/get/");
  }

  @Test
  void whatIsGoneIsNotOnItsWayOutAnyMore() {
    // when
    String page = server.get("/get/demo?done=deleted").body();
    String part = server.get("/get/demo/state?done=deleted").body();

    // then
    assertThat(page).contains("Gone since").doesNotContain("on its way out");
    assertThat(part).contains("Gone since").doesNotContain("on its way out");
  }

  @Test
  void withoutItsReceiptItIsGoneAllTheSame() {
    // given
    api.refuse("GET " + ONE + "/receipt", 503, "Not now.");

    // when
    String page = server.get("/get/demo").body();

    // then
    assertThat(page)
        .containsSubsequence("Gone since <time", "29 Nov 2026, 11:58 UTC")
        .contains("cannot be shown at the moment", "href=\"/get/demo/receipt\"");
  }

  @Test
  void whatWasRefusedWasNeverMadeAndIsNotWaitedFor() {
    // given
    why.getJsonObject("Why")
        .put("State", "absent")
        .put("Because", new JsonArray().add("A command was refused: no room (event 1)."))
        .put("Next", "Nothing: no workspace of that name was ever made.");
    api.refuse("GET " + ONE + "/receipt", 404, "There is no receipt. It was never made.");

    // when
    String page = server.get("/get/demo").body();

    // then
    assertThat(page)
        .contains("Nothing was made", "A command was refused: no room.", "was never made.")
        .doesNotContain("There is nothing yet", "Gone since");
  }

  @Test
  void theDeletionOfWhatIsGoneIsNotOfferedOnceMore() {
    // given
    api.refuse("DELETE " + ONE, 404, "There is no workspace of that name.");

    // when
    HttpResponse<String> answer =
        server.post("/get/demo/delete", "formToken", "token-of-ada", "name", "demo");

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("There is no workspace of that name any more.")
        .doesNotContain("id=\"delete-name\"");
  }

  @Test
  void aReasonIsASentenceAndWhatSaysSoIsBehindIt() {
    // given
    String command = "0198c1d2-7c11-7bd3-a1fa-d1f7e0b8c001";
    why.getJsonObject("Why")
        .put(
            "Because",
            new JsonArray()
                .add(
                    "grace (event 9 of x) asked for its deletion (event 7 of"
                        + " 2026-11-29T11:00:00Z, command "
                        + command
                        + ")."));

    // when
    String page = server.get("/get/demo/why").body();

    // then
    assertThat(page)
        .contains("grace (event 9 of x) asked for its deletion.", "<summary>Event 7, <time")
        .containsSubsequence("<details class=\"source\">", "<code>" + command, "</details>");
  }

  @Test
  void kindsThatNobodyLookedAtAreSaidAloud() {
    // given
    receipt.getJsonObject("Receipt").put("Unlisted", new JsonArray().add("Widget.example.com"));

    // when
    String page = server.get("/get/demo/receipt").body();

    // then
    assertThat(page).contains("<details class=\"kinds\" open>", "Widget.example.com");
  }

  @Test
  void anOldReceiptSaysWhatItKnows() {
    // given
    JsonObject old = receipt.getJsonObject("Receipt");
    old.remove("RequestedAt");
    old.remove("DestroyedAt");
    old.remove("Took");
    old.put("Swept", new JsonArray());

    // when
    String page = server.get("/get/demo").body();

    // then
    assertThat(page)
        .contains("The namespace demo is gone.")
        .doesNotContain("took")
        .doesNotContain("0 kinds");
  }

  @Test
  void withinTheGraceWhoMadeItMayBringItBack() {
    // given
    why.getJsonObject("Why").put("RevivableUntil", "2026-12-06T00:00:00Z");
    String own = server.get("/get/demo").body();
    server.look(new Person("grace@example.com", "user", "token"));

    // when
    String others = server.get("/get/demo").body();

    // then
    assertThat(own)
        .contains("action=\"/get/demo/revive\"", "name=\"seen\" value=\"gone-3\"")
        .contains("datetime=\"2026-12-06T00:00:00Z\"");
    assertThat(others).doesNotContain("action=\"/get/demo/revive\"").contains("or an operator");
  }

  @Test
  void eventsAndReasonsGoOnAnswering() {
    // when
    HttpResponse<String> events = server.get("/get/demo/events");
    HttpResponse<String> reasons = server.get("/get/demo/why");

    // then
    assertThat(events.statusCode()).isEqualTo(200);
    assertThat(events.body()).contains("3 events", "asked for the workspace");
    assertThat(reasons.statusCode()).isEqualTo(200);
    assertThat(reasons.body())
        .contains(
            "Why it is as it is",
            "ada@example.com asked for the workspace.",
            "<summary>Event 1</summary>",
            "Nothing: it is gone.");
  }

  @Test
  void beforeTheEndThereIsNoReceiptAndItSaysWhy() {
    // given
    api.refuse("GET " + ONE + "/receipt", 404, "There is no receipt. It is being deleted.");

    // when
    HttpResponse<String> answer = server.get("/get/demo/receipt");

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no receipt. It is being deleted.");
  }

  @Test
  void whyNamesWhatFailedAndWhoLivesInIt() {
    // given
    why.getJsonObject("Why")
        .put("State", "failed")
        .put("When", "2026-11-30T12:00:00Z")
        .put("Failed", new JsonObject().put("Message", "No chart.").put("WayOn", "Name one."))
        .put("Tenants", new JsonArray().add(new JsonObject().put("ID", "lodger")));

    // when
    String page = server.get("/get/demo/why").body();

    // then
    assertThat(page).contains("No chart.", "Name one.", "in 1 day", "href=\"/get/lodger\"");
  }
}
