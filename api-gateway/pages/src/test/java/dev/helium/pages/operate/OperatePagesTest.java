package dev.helium.pages.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.CannedPast;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatePagesTest {
  private final CannedApi api =
      new CannedApi()
          .answer("GET /v1/api/summary", CannedFleet.summary())
          .answer("GET /v1/api/expiries", CannedFleet.expiries())
          .answer("GET /v1/api/orphans", CannedFleet.orphans())
          .answer("GET /v1/api/quotas", CannedFleet.quotas("ada@example.com"))
          .answer("GET /v1/api/audit", CannedFleet.audit())
          .answer("GET /v1/api/dead-letters", CannedPast.letters())
          .answer(
              "GET /v1/api/tokens",
              CannedPast.tokens(
                  CannedPast.token("ci", "ada@example.com", false),
                  CannedPast.token("old", "grace@example.com", true)))
          .answer("GET /v1/api/webhooks", CannedFleet.webhooks());
  private final PageServer server = new PageServer(api);

  @BeforeEach
  void operate() {
    server.look(Person.ADAM);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachPageIsThereForAdminsAndMarkedInTheNavigation(Tab tab) {
    // when
    HttpResponse<String> answer = server.get(tab.path());

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<a href=\"" + tab.path() + "\" aria-current=\"page\">" + tab.word() + "</a>")
        .contains("<h1");
  }

  @ParameterizedTest
  @EnumSource
  void noPageIsForUsersAndNothingIsAskedForThem(Tab tab) {
    // given
    server.look(Person.ADA);

    // when
    HttpResponse<String> answer = server.get(tab.path());

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("You may not do this", "Your role here is user.", "Ask an admin of this Helium")
        .contains(tab.isForAdmins() ? "the role admin," : "the role operator,")
        .doesNotContain("whoever made the workspace");
    assertThat(api.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/operate/figures", "/operate/expiries/due"})
  void noPartIsForUsersEither(String path) {
    // given
    server.look(Person.VERA);

    // when, then
    assertThat(server.get(path).statusCode()).isEqualTo(403);
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void onlyThoseWhoOperateSeeTheWayThere() {
    // given
    api.answer("GET /v1/api/workspaces", new JsonObject().put("Workspaces", new JsonArray()));

    // when
    String asAdmin = server.get("/").body();
    server.look(Person.ADA);
    String asUser = server.get("/").body();

    // then
    assertThat(asAdmin).contains("href=\"/operate\"");
    assertThat(asUser).doesNotContain("href=\"/operate\"");
  }

  @Test
  void theAuditIsForAdminsAlone() {
    // given
    server.look(Person.OPAL);

    // when
    HttpResponse<String> answer = server.get("/operate/audit");

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("This page is for admins.");
    assertThat(server.get("/operate").body()).doesNotContain("/operate/audit");
  }

  @Test
  void theFleetIsShownInNumbersThatLeadToWhatTheyCount() {
    // given
    api.answer("GET /v1/api/orphans", CannedFleet.orphans(CannedFleet.orphan("lost", "Seen.")))
        .answer(
            "GET /v1/api/webhooks",
            CannedFleet.webhooks(CannedFleet.webhook("wh_1", "ada", "parked")))
        .answer(
            "GET /v1/api/expiries",
            CannedFleet.expiries(
                CannedFleet.due("stuck", Duration.ofHours(-2), "failed", "It cannot be deleted.")));

    // when
    String page = server.get("/operate").body();

    // then
    assertThat(page)
        .contains("<span class=\"figure-number number\">35</span>")
        .contains("href=\"/list?scope=all&amp;status=failed&amp;status=not-ready\"")
        .contains("Workspaces of 57 owners", "1,204", "Webhook parked", "1</span>")
        .contains("href=\"/list?scope=all&amp;backend=pachyderm\"")
        .contains("An image", "2 min 4 s", "4 min 20 s", "14 s")
        .contains("<a class=\"due-name\" href=\"/get/stuck\">", "Could not be deleted");
    assertThat(api.asked())
        .contains("GET /v1/api/summary")
        .contains("GET /v1/api/expiries?until=2026-11-30T12%3A00%3A00Z&limit=8")
        .noneMatch(call -> call.startsWith("GET /v1/api/workspaces"));
  }

  @Test
  void barsAreAsLongAsWhatTheyStandFor() {
    // when
    String page = server.get("/operate").body();

    // then 600, 30 and 14 of the 644 of the largest backend; 81 s to 260 s of 260 s
    assertThat(page)
        .contains("<rect class=\"ready\" x=\"0.00\" y=\"0\" width=\"93.17\"")
        .contains("<rect class=\"creating\" x=\"93.17\" y=\"0\" width=\"4.66\"")
        .contains("<rect class=\"failed\" x=\"97.83\" y=\"0\" width=\"2.17\"")
        .contains("<rect class=\"span\" x=\"31.15\" y=\"0\" width=\"68.85\"")
        .contains("<rect class=\"middle\" x=\"47.69\"");
  }

  @Test
  void whatIsStillBeingReadKeepsTheFleetFromNothingElse() {
    // given
    api.refuse("GET /v1/api/orphans", 503, "The ledger has not been read to its end yet.")
        .refuse("GET /v1/api/webhooks", 503, "The webhooks are still being read.");

    // when
    HttpResponse<String> answer = server.get("/operate");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Orphans: not looked for", "1,204");
  }

  @Test
  void anEmptyFleetSaysSo() {
    // given
    api.answer("GET /v1/api/summary", new JsonObject().put("Workspaces", 0));

    // when, then
    assertThat(server.get("/operate").body()).contains("Nobody has one at the moment");
  }

  @Test
  void expiriesAreAskedForByWindowAndShownByDayWithWhyWhatIsOverdueStands() {
    // given
    api.answer(
        "GET /v1/api/expiries",
        CannedFleet.expiries(
                CannedFleet.due("late", Duration.ofHours(-3), "held", "Its time is up. Kept."),
                CannedFleet.due("soon", Duration.ofHours(3), "to-come", "Its time is up then."),
                CannedFleet.due("next-day", Duration.ofHours(20), "to-come", "Later."))
            .put("Next", "/v1/api/expiries?after=ab%2Fc&limit=50"));

    // when
    String page = server.get("/operate/expiries?window=week&after=xy").body();

    // then
    assertThat(api.asked())
        .contains("GET /v1/api/expiries?until=2026-12-06T12%3A00%3A00Z&after=xy&limit=50");
    assertThat(page)
        .contains(
            "Overdue, and why it still stands", "Kept for its tenants", "Its time is up. Kept.")
        .contains("Sunday, 29 November 2026", "Monday, 30 November 2026")
        .contains("href=\"/operate/expiries?window=week&amp;after=ab%2Fc\"")
        .contains("hx-get=\"/operate/expiries/due?window=week&amp;after=xy\"");
  }

  @Test
  void whatGoesAtMidnightStandsAtTheDayThatEndsAsInTheCalendar() {
    // given
    api.answer(
        "GET /v1/api/expiries",
        CannedFleet.expiries(
            CannedFleet.due("at-midnight", Duration.ofHours(12), "to-come", "Later.")));

    // when
    String page = server.get("/operate/expiries").body();

    // then
    assertThat(page).contains("Sunday, 29 November 2026").doesNotContain("30 November 2026");
  }

  @Test
  void allExpiriesAreAskedForWithoutAnEndAndAnUnknownWindowIsADay() {
    // when
    server.get("/operate/expiries?window=all");
    server.get("/operate/expiries?window=nonsense");

    // then
    assertThat(api.asked())
        .contains("GET /v1/api/expiries?limit=50")
        .contains("GET /v1/api/expiries?until=2026-11-30T12%3A00%3A00Z&limit=50");
  }

  @Test
  void theBacklogCountsEachWorkspaceOnce() {
    // when
    String page = server.get("/operate/expiries").body();

    // then 3 overdue, then 2, 36, 219, 680, 240 more, and 24 of 1,204 later than all of them
    assertThat(page)
        .containsSubsequence(
            "Overdue",
            ">3<",
            "Within an hour",
            ">2<",
            "Within 6 hours",
            ">36<",
            "Within a day",
            ">219<",
            "Within a week",
            ">680<",
            "Within 30 days",
            ">240<",
            "Later",
            ">24<");
  }

  @Test
  void orphansSayWhatWasSeenAndWhatWouldEndThemAndWhatWasNotLookedAt() {
    // given
    api.answer(
        "GET /v1/api/orphans",
        CannedFleet.orphans(CannedFleet.orphan("lost", "A namespace with its label is there.")));

    // when
    String page = server.get("/operate/orphans").body();

    // then
    assertThat(page)
        .contains("Namespace of a life that is over", "A namespace with its label is there.")
        .contains("What would end it", "Delete the namespace.")
        .contains("The state folder cannot be read.");
  }

  @Test
  void noOrphansMeanNothingBeforeAnythingWasCompared() {
    // given
    api.answer("GET /v1/api/orphans", new JsonObject().put("Orphans", new JsonArray()));

    // when
    String page = server.get("/operate/orphans").body();

    // then
    assertThat(page).contains("Nothing was ever compared").doesNotContain("Nothing is left over");
    assertThat(server.get("/operate").body()).contains("Orphans: not looked for");
  }

  @Test
  void quotasShowTheArithmeticOfEachOfTheLargestOwners() {
    // given
    api.answer(
        "GET /v1/api/quotas?owner=ada",
        CannedFleet.quotas(
            "ada@example.com",
            CannedFleet.quota("workspaces", "workspaces", 6, 3),
            CannedFleet.quota("memory", "bytes", 8L << 30, 12L << 30),
            CannedFleet.quota("cpu", "millicores", 4_000, 1_500),
            CannedFleet.quota("lifetime", "minutes", 6_000, 1_500)));

    // when
    String page = server.get("/operate/quotas").body();

    // then
    assertThat(api.asked())
        .contains("GET /v1/api/quotas?owner=ada%40example.com")
        .contains("GET /v1/api/quotas?owner=grace%40example.com");
    assertThat(page)
        .contains(
            "2 + 1 = 3 of 6",
            "8 GiB + 4 GiB = 12 GiB of 8 GiB",
            "1 CPU + 0.5 CPU = 1.5 CPU of 4 CPU")
        .contains("1 d 1 h of 4 d 4 h", "More than the limit, which was lowered.", "Nothing left")
        .contains("<meter min=\"0\" max=\"6\" value=\"3\"", "Nothing limits them.");
  }

  @Test
  void oneOwnerIsAskedForAloneAlsoWhoHasNoWorkspace() {
    // when
    HttpResponse<String> answer = server.get("/operate/quotas?owner=a%26b%20c");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(api.asked()).containsExactly("GET /v1/api/quotas?owner=a%26b%20c");
  }

  @Test
  void theAuditIsFilteredAndLeadsOnWithTheSameFilter() {
    // given
    api.answer(
        "GET /v1/api/audit",
        CannedFleet.audit(
                CannedFleet.audited("ada@example.com", "deleteWorkspace", "checkout", 202),
                CannedFleet.audited("", "listAudit", "", 401),
                CannedFleet.audited("vera@example.com", "createWorkspace", "new", 403))
            .put("Next", "/v1/api/audit?after=p.12&limit=50"));

    // when
    String page = server.get("/operate/audit?who=ada&workspace=checkout&after=z").body();

    // then
    assertThat(api.asked())
        .containsExactly("GET /v1/api/audit?workspace=checkout&who=ada&after=z&limit=50");
    assertThat(page)
        .contains("href=\"/operate/audit?workspace=checkout&amp;who=ada&amp;after=p.12\"")
        .contains("deleteWorkspace", "Not signed in", "Not allowed", "nobody known", "192.0.2.7");
  }

  @Test
  void eventsAreThoseOfTheStreamThatTheFiltersName() {
    // when
    String page =
        server
            .get(
                "/operate/events?workspace=checkout&owner=&type=dev.helium.workspace.deleted.v1"
                    + "&since=1h")
            .body();
    String other = server.get("/operate/events?type=nonsense&since=now").body();

    // then
    assertThat(page)
        .contains(
            "data-events=\"/v1/api/events?workspace=checkout"
                + "&amp;type=dev.helium.workspace.deleted.v1&amp;from=2026-11-29T11%3A00%3A00Z\"")
        .contains("<option value=\"dev.helium.workspace.deleted.v1\" selected>")
        .contains("./helium events --all --follow");
    assertThat(other).contains("data-events=\"/v1/api/events?from=now\"");
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void tokensAreShownToAdminsWithTheCommandThatMakesThem() {
    // when
    String page = server.get("/operate/tokens").body();

    // then
    assertThat(page)
        .contains("ada@example.com", "read, create", "in 29 days", "Good", "Expired")
        .contains("href=\"/operate/audit?who=grace%40example.com\"")
        .contains("There is a development token too", "./helium token NAME --role user");
    // given
    server.look(Person.OPAL);
    // when
    HttpResponse<String> answer = server.get("/operate/tokens");
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(server.get("/operate").body()).doesNotContain("/operate/tokens");
  }

  @Test
  void noTokensSayHowToMakeOne() {
    // given
    api.answer("GET /v1/api/tokens", CannedPast.tokens().put("DevelopmentToken", false));

    // when, then
    assertThat(server.get("/operate/tokens").body())
        .contains("No token was handed out")
        .doesNotContain("development token");
  }
}
