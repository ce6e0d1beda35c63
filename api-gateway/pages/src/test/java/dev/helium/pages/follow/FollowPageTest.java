package dev.helium.pages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedLife;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowPageTest {
  private static final String ONE = "/v1/api/workspace/demo";
  private static final String TAG = "\"1-2-a\"";

  private final CannedApi api = new CannedApi();
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "creating, Creating",
    "ready, Ready",
    "not-ready, Not ready",
    "failed, Failed",
    "deleting, Deleting",
    "brand-new-word, Unknown"
  })
  void aStatusIsAWordBesideItsPicture(String status, String word) {
    // given
    show(workspace(status));

    // when
    String page = page();

    // then
    assertThat(page).contains("</svg>\n" + word + "</span>");
    assertThat(page).contains("role=\"status\">demo is " + word.toLowerCase(Locale.ROOT));
  }

  @Test
  void theWorkspaceAloneIsEnoughForAPage() {
    // given
    api.answer(
        "GET " + ONE,
        call ->
            call.uri().equals(ONE) ? tagged(workspace("ready")) : CannedApi.problem(503, "No."));

    // when
    HttpResponse<String> answer = server.get("/get/demo");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Time left")
        .doesNotContain("Timeline")
        .doesNotContain("What happened")
        .doesNotContain("id=\"pods-title\"")
        .doesNotContain("id=\"ways-title\"")
        .doesNotContain("id=\"trouble-title\"");
  }

  @Test
  void whatIsWrongIsSaidWithWhatToDoAboutIt() {
    // given
    show(
        workspace("failed")
            .put("Message", "The chart is not to be had.")
            .put("WayOn", "Name a version that there is."));

    // when
    String page = page();

    // then
    assertThat(page)
        .contains(
            "It needs somebody", "The chart is not to be had.", "Name a version that there is.")
        .contains("action=\"/get/demo/retry\"", "href=\"/create/namespace?update=demo\"");
  }

  @Test
  void whatPodsLackIsListedAndNotTriedAgain() {
    // given
    show(
        workspace("failed")
            .put("Message", "Pod/web: ImagePullBackOff: not found")
            .put(
                "Reasons",
                new JsonArray()
                    .add(CannedLife.reason("fatal", "Pod/web", "ImagePullBackOff", "Not found."))));

    // when
    String page = page();

    // then
    assertThat(page)
        .contains("Pod/web", "ImagePullBackOff", "Not found.", "Correct the name of the image")
        .doesNotContain("/get/demo/retry");
  }

  @Test
  void whatIsMissingAndWhatHoldsADeletionIsSaid() {
    // given
    show(workspace("failed").put("Drift", "Deployment web is missing."));
    String drifted = page();
    show(
        workspace("deleting")
            .put("Message", "It is not gone yet.")
            .put("HeldBy", new JsonArray().add("A finalizer holds etcd-0."))
            .put("HeldSince", "2026-11-29T11:00:00Z"));

    // when
    String held = page();

    // then
    assertThat(drifted).contains("Deployment web is missing.", "/get/demo/retry");
    assertThat(held)
        .contains("It is not gone yet", "A finalizer holds etcd-0.", "1 hour ago")
        .doesNotContain("/get/demo/retry");
  }

  @Test
  void everyPodIsACellThatSaysItsState() {
    // given
    show(
        workspace("creating")
            .put("Progress", CannedLife.progress(7, 12, "Deployment/pachd"))
            .put(
                "Reasons",
                new JsonArray()
                    .add(
                        CannedLife.reason("recoverable", "Pod/etcd-0", "OOMKilled", "Too much."))));

    // when
    String page = page();

    // then
    assertThat(page).contains("<strong class=\"number\">7</strong>", "Deployment/pachd");
    assertThat(page.split("class=\"pod ready\"", -1)).hasSize(8);
    assertThat(page.split("class=\"pod waiting\"", -1)).hasSize(5);
    assertThat(page)
        .contains("class=\"pod recoverable\"", "not ready: Pod/etcd-0, OOMKilled</span>");
  }

  @Test
  void anEstimateSaysWhenAndHowSureItIs() {
    // given
    show(
        workspace("creating")
            .put(
                "Estimate",
                new JsonObject()
                    .put("Overdue", false)
                    .put("Runs", 41)
                    .put("Expected", "2026-11-29T12:02:10Z")
                    .put("Earliest", "2026-11-29T12:01:00Z")
                    .put("Latest", "2026-11-29T12:05:00Z")));
    String expected = page();
    show(
        workspace("creating")
            .put(
                "Estimate",
                new JsonObject().put("Overdue", true).put("Runs", 41).put("Longest", "PT4M10S")));

    // when
    String overdue = page();

    // then
    assertThat(expected).contains("datetime=\"2026-11-29T12:02:10Z\"", "12:01 UTC", "41 runs");
    assertThat(overdue).contains("longer than all 41", "4 min 10 s");
  }

  @Test
  void everyWayInIsShownAndOnlyTheWebsOwnSchemesAreLinks() {
    // given
    show(
        workspace("ready")
            .put("K8s", "kubectl config use-context lab")
            .put("Pachctl", "pachctl connect 34.120.7.19")
            .put("GCSBucket", "bucket-of-demo")
            .put("Addresses", new JsonObject().put("Service/lb", "34.120.7.19"))
            .put("CredentialSecrets", new JsonArray().add("console-admin"))
            .put(
                "Connections",
                new JsonArray()
                    .add(Canned.link("console", "https://console.example.com/"))
                    .add(Canned.link("evil", "javascript:alert(1)"))
                    .add(CannedLife.connection("node", "debug"))
                    .add(
                        CannedLife.connection("inside", "postgres")
                            .put("Command", "kubectl port-forward service/postgres 5432")
                            .put("Credentials", "postgres-secret"))));

    // when
    String page = page();

    // then
    assertThat(page)
        .contains("href=\"https://console.example.com/\"", "Open console")
        .contains("<code class=\"break\">javascript:alert(1)</code>")
        .doesNotContain("href=\"javascript")
        .contains("port 30650", "data-copy=\"kubectl port-forward service/postgres 5432\"")
        .contains("postgres-secret", "console-admin", "bucket-of-demo", "Service/lb")
        .contains("data-copy=\"kubectl config use-context lab\"")
        .contains("data-copy=\"pachctl connect 34.120.7.19\"");
  }

  @Test
  void whereItsStateIsKeptIsForThoseWhoRunHelium() {
    // given
    show(workspace("ready").put("PulumiURL", "file:///var/lib/helium/state/demo.json"));
    String own = page();
    server.look(Person.OPAL);
    String operators = page();
    show(workspace("ready").put("PulumiURL", "javascript:alert(2)"));

    // when
    String hostile = page();

    // then
    assertThat(own).doesNotContain("/var/lib/helium", "Stack");
    assertThat(operators).contains("<code class=\"break\">file:///var/lib/helium/state/demo.json");
    assertThat(hostile).contains("javascript:alert(2)</code>");
  }

  @Test
  void stagesAreBarsAndATable() {
    // given
    show(workspace("creating"));
    api.answer(
        "GET " + ONE + "/timeline",
        CannedLife.timeline(
            "demo",
            "creating",
            "creation",
            CannedLife.stage("decided", "done", 0).put("Until", "2026-11-29T11:56:00Z"),
            CannedLife.stage("applied", "done", 75_000).put("Until", "2026-11-29T11:57:15Z"),
            CannedLife.stage("scheduled", "under-way", 25_000),
            CannedLife.stage("images", "to-come", -1)));

    // when
    String page = page();

    // then
    assertThat(page)
        .contains("1 min 40 s in all", "Program run", "1 min 15 s")
        .contains("<rect x=\"0.00\" y=\"0\" width=\"75.00\" height=\"10\">")
        .contains("<rect x=\"75.00\" y=\"0\" width=\"25.00\" height=\"10\">")
        .contains("<span class=\"hidden-text\">: to come</span>");
  }

  @Test
  void theNewestEventsStandFirst() {
    // given
    show(workspace("ready"));
    api.answer(
        "GET " + ONE + "/events?after=0",
        CannedLife.events(20, CannedLife.event(1, "created", new JsonObject())));
    api.answer(
        "GET " + ONE + "/events?after=12&limit=8",
        CannedLife.events(
            20,
            CannedLife.event(19, "destroyed", new JsonObject()),
            CannedLife.event(20, "deleted", new JsonObject())));

    // when
    String page = page();

    // then
    assertThat(page).contains("All 20 events");
    assertThat(page.indexOf("id=\"event-20\""))
        .isPositive()
        .isLessThan(page.indexOf("id=\"event-19\""));
  }

  @Test
  void aProtectedWorkspaceSaysByWhomAndUntilWhen() {
    // given
    show(
        workspace("ready")
            .put("Protection", CannedLife.protection("grace@example.com", "demo for the board")));

    // when
    String page = page();

    // then
    assertThat(page)
        .contains("Kept for", "grace@example.com", "demo for the board")
        .contains("datetime=\"2026-12-06T00:00:00Z\" data-show=\"countdown\"")
        .contains("/get/demo/unprotect");
  }

  @Test
  void whatOneMayNotDoIsNotOffered() {
    // given
    show(workspace("ready"));
    String own = page();
    server.look(Person.VERA);
    String viewers = page();
    server.look(new Person("grace@example.com", "user", "token"));
    String others = page();
    server.look(Person.OPAL);

    // when
    String operators = page();

    // then
    assertThat(own)
        .contains("/get/demo/extend", "/get/demo/shorten", "/get/demo/protect", "/get/demo/delete");
    assertThat(operators).contains("/get/demo/extend", "/get/demo/delete");
    assertThat(viewers)
        .doesNotContain("method=\"post\" action=\"/get/", "/get/demo/delete", "?update=");
    assertThat(others)
        .doesNotContain("method=\"post\" action=\"/get/", "/get/demo/delete", "?update=");
  }

  @Test
  void whatTheStateDoesNotAllowIsNotOffered() {
    // given
    show(workspace("deleting"));
    String deleting = page();
    show(workspace("creating"));
    String applying = page();
    api.answer(
        "GET " + ONE + "/timeline",
        CannedLife.timeline(
            "demo", "creating", "creation", CannedLife.stage("applied", "done", 9)));
    String applied = page();
    show(workspace("failed").put("Message", "It could not be deleted."));
    api.answer("GET " + ONE + "/timeline", CannedLife.timeline("demo", "failed", "deletion"));

    // when
    String stuck = page();

    // then
    assertThat(deleting).doesNotContain("/get/demo/extend", "/get/demo/delete", "?update=");
    assertThat(applying).contains("/get/demo/cancel");
    assertThat(applied).doesNotContain("/get/demo/cancel");
    assertThat(stuck)
        .contains("/get/demo/retry", "/get/demo/delete")
        .doesNotContain("/get/demo/extend");
  }

  @Test
  void whatCouldNotBeDeletedHasNoTimeLeftAndNoWayIn() {
    // given
    JsonObject left =
        workspace("failed")
            .put("Message", "It could not be deleted: the stack is locked.")
            .put(
                "Connections",
                new JsonArray().add(Canned.link("console", "https://console.example.com/")));
    show(left);
    api.answer("GET " + ONE + "/timeline", CannedLife.timeline("demo", "failed", "deletion"));

    // when
    String page = server.get("/get/demo?done=deleted").body();

    // then
    assertThat(page)
        .contains("It could not be deleted, which is tried again.", "Its end")
        .doesNotContain("Time left", "data-show=\"countdown\"", "console.example.com")
        .doesNotContain("on its way out");
  }

  @Test
  void whatWasDoneIsSaidAsLongAsThePageBearsItOut() {
    // given
    show(workspace("deleting"));

    // when
    String page = server.get("/get/demo?done=deleted").body();
    String part = server.get("/get/demo/state?done=deleted").body();

    // then
    assertThat(page)
        .containsOnlyOnce("The workspace is on its way out.")
        .contains("hx-get=\"/get/demo/state?done=deleted\"");
    assertThat(part).contains("The workspace is on its way out.");
  }

  @Test
  void thePageFollowsTheEventsOfItsWorkspaceAlone() {
    // given
    show(workspace("ready"));

    // when
    String page = page();
    String part = server.get("/get/demo/state").body();

    // then
    assertThat(page)
        .contains("data-stream=\"/v1/api/events?workspace=demo\"", "hx-get=\"/get/demo/state\"")
        .contains("<noscript>");
    assertThat(part).contains("Time left").doesNotContain("<html");
  }

  @Test
  void aNameThatNeverWasIsNoPage() {
    // given
    api.refuse("GET " + ONE, 404, "There is no workspace of that name.");

    // when
    HttpResponse<String> answer = server.get("/get/demo");

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no workspace of that name.");
  }

  @Test
  void whatWasAskedForJustNowIsWaitedFor() {
    // given
    api.refuse("GET " + ONE, 404, "There is no workspace of that name.");

    // when
    HttpResponse<String> answer = server.get("/get/demo?done=pending");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("There is nothing yet", "data-stream=");
  }

  @Test
  void whomTheApiDoesNotKnowAnyMoreSignsInAgain() {
    // given
    show(workspace("ready"));
    api.refuse("GET " + ONE + "/timeline", 401, "The token is wrong.");

    // when
    HttpResponse<String> answer = server.get("/get/demo");

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private static JsonObject workspace(String status) {
    return Canned.workspace("demo", status, Person.ADA.name());
  }

  private static ApiAnswer tagged(JsonObject workspace) {
    return CannedLife.tagged(workspace, TAG);
  }

  private void show(JsonObject workspace) {
    api.answer("GET " + ONE, call -> tagged(workspace));
    api.refuse("GET " + ONE + "/", 404, "Not canned.");
  }

  private String page() {
    return server.get("/get/demo").body();
  }
}
