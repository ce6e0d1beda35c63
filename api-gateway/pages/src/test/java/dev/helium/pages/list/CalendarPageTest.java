package dev.helium.pages.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendarPageTest {
  private static final String EXPIRIES = "GET /v1/api/expiries";

  private final CannedApi api =
      new CannedApi()
          .answer(
              EXPIRIES,
              expiries(
                  Canned.expiry("late-1", "2026-11-28T00:00:00Z", "held", Person.ADA.name()),
                  Canned.expiry("mine-1", "2026-12-01T00:00:00Z", "to-come", Person.ADA.name()),
                  Canned.expiry("other-1", "2026-12-01T15:00:00Z", "to-come", "grace")));
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void midnightEndsADayAndBeginsNone() {
    // when
    String html = server.get("/list/calendar?scope=all").body();

    // then
    assertThat(day(html, "2026-11-30")).contains("mine-1").doesNotContain("other-1");
    assertThat(day(html, "2026-12-01")).contains("other-1");
    assertThat(html).contains("23 November 2026 – 27 December 2026", "Expiring: 2 workspaces.");
  }

  @Test
  void whatIsOverdueStandsByItself() {
    // when
    String html = server.get("/list/calendar?scope=all").body();

    // then
    assertThat(html).contains("Overdue", "id=\"overdue-late-1\"");
    assertThat(day(html, "2026-11-27")).doesNotContain("late-1");
  }

  @Test
  void onesOwnAreShownWithoutThoseOfOthers() {
    // when
    String html = server.get("/list/calendar?scope=mine").body();

    // then
    assertThat(html).contains("mine-1").doesNotContain("other-1");
  }

  @Test
  void whatIsAskedForEndsWithTheWeeksThatAreShown() {
    // when
    server.get("/list/calendar?from=2027-02-03");
    server.get("/list/calendar?from=1999-01-01");
    server.get("/list/calendar?from=2999-01-01");
    server.get("/list/calendar?from=odd");

    // then
    assertThat(api.asked())
        .containsExactly(
            EXPIRIES + "?until=2027-03-08T00%3A00%3A00Z&limit=500",
            EXPIRIES + "?until=2026-12-28T00%3A00%3A00Z&limit=500",
            EXPIRIES + "?until=2027-12-27T00%3A00%3A00Z&limit=500",
            EXPIRIES + "?until=2026-12-28T00%3A00%3A00Z&limit=500");
  }

  @Test
  void moreThanIsReadAtOnceIsSaid() {
    // given
    api.answer(
        EXPIRIES,
        expiries(Canned.expiry("mine-1", "2026-11-30T00:00:00Z", "to-come", Person.ADA.name()))
            .put("Next", "/v1/api/expiries?after=2026-11-30%2Fmine-1&limit=500"));

    // when
    String html = server.get("/list/calendar").body();

    // then
    assertThat(html).contains("Expiring: 6 workspaces and more.");
    assertThat(api.asked()).hasSize(6).last().asString().endsWith("&after=2026-11-30%2Fmine-1");
  }

  private static String day(String html, String date) {
    int begin = html.indexOf("id=\"day-" + date + "\"");
    int end = html.indexOf("id=\"day-", begin + 1);
    return html.substring(begin, end < 0 ? html.length() : end);
  }

  private static JsonObject expiries(JsonObject... expiries) {
    JsonArray list = new JsonArray();
    for (JsonObject each : expiries) {
      list.add(each);
    }
    return new JsonObject().put("Expiries", list).put("Count", expiries.length);
  }
}
