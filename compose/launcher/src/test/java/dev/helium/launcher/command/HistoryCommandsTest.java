package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.stub.TypedCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has happened to a workspace and why, and what may be asked of one that is there. */
class HistoryCommandsTest {
  private static final String ONE = "/v1/api/workspace/one";

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void listsWhatHasHappenedOverAllPages() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE + "/events",
            200,
            page(
                event(1, "created", "{\"attempt\":1,\"spec\":{\"backend\":\"namespace\"}}"),
                ",\"Next\":\"/v1/api/workspace/one/events?after=1&limit=500\""))
        .on(
            "GET " + ONE + "/events",
            200,
            page(
                event(
                    2,
                    "readiness-changed",
                    "{\"incarnation\":1,\"readiness\":{\"is\":\"not-ready\",\"reasons\":"
                        + "[{\"object\":\"Pod/web\",\"message\":\"a\\u001b[2Jb\"}]},"
                        + "\"progress\":{\"ready\":7,\"wanted\":9,\"slowest\":\"\"},"
                        + "\"milestones\":{\"started\":\"1970-01-01T00:00:00Z\"}}"),
                ""));

    // when
    int code = typed.run("events", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .containsExactly(
            "NUMBER  TIME                  EVENT              DETAILS",
            "1       2026-03-04T05:00:01Z  created            attempt 1, backend namespace",
            "2       2026-03-04T05:00:02Z  readiness-changed  incarnation 1, not-ready, object"
                + " Pod/web, message a\\u{1b}[2Jb, ready 7, wanted 9");
  }

  @Test
  void printsWholeEventsForPrograms() {
    // given
    typed
        .api()
        .on("GET " + ONE + "/events", 200, page(event(7, "destroyed", "{\"attempt\":2}"), ""));

    // when
    int code = typed.run("events", "one", "--after", "6", "--json");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().strip()).isEqualTo(event(7, "destroyed", "{\"attempt\":2}"));
  }

  @Test
  void saysWhichEventsAreMissing() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE + "/events",
            200,
            "{\"Events\":[" + event(251, "created", "{}") + "],\"Count\":251,\"Unlisted\":250}");

    // when
    typed.run("events", "one");

    // then
    assertThat(typed.output()).contains("251").contains("up to number 250 can no longer be read");
  }

  @Test
  void eventsOfAllAreOnlyThoseThatHappenFromNowOn() {
    assertThat(typed.run("events", "--all")).isEqualTo(2);
    assertThat(typed.errors()).contains("--all needs --follow");
    assertThat(typed.run("events")).isEqualTo(2);
    assertThat(typed.run("events", "one", "--all", "--follow")).isEqualTo(2);
  }

  @Test
  void saysWhyEventsCannotBeFollowed() {
    // given
    typed
        .api()
        .on(
            "GET /v1/api/events",
            429,
            "{\"title\":\"Too many\",\"detail\":\"You have 100 streams already.\"}");

    // when
    int code = typed.run("events", "--all", "--follow");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(typed.errors()).isEqualTo("You have 100 streams already.");
  }

  @Test
  void goesNowhereElseForTheNextPage() {
    // given
    typed
        .api()
        .on("GET " + ONE + "/events", 200, page("", ",\"Next\":\"//elsewhere.example/events\""));

    // when
    int code = typed.run("events", "one");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(typed.errors())
        .isEqualTo("The server names no address of its own for the next page.");
  }

  @Test
  void saysWhyAWorkspaceHasFailedAndTheWayOn() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE + "/why",
            200,
            """
            {"Why":{"ID":"one","State":"failed","Since":"2026-03-04T05:01:00Z",
             "Because":["ann asked for it (event 1).","Attempt 1 failed for good (event 2)."],
             "Failed":{"ReasonClass":"quota","Kind":"quota-exceeded","Message":"No room.",
                       "WayOn":"Ask for more room, then retry."},
             "Next":"Nothing, until somebody retries it."}}
            """);

    // when
    int code = typed.run("why", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .containsExactly(
            "one  failed since 2026-03-04T05:01:00Z",
            "Because",
            "  ann asked for it (event 1).",
            "  Attempt 1 failed for good (event 2).",
            "What went wrong",
            "  quota: No room.",
            "  Ask for more room, then retry.",
            "What comes next",
            "  Nothing, until somebody retries it.");
  }

  @Test
  void showsTheProofThatOneIsGone() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE + "/why",
            200,
            """
            {"Why":{"ID":"one","State":"deleted","Since":"2026-03-04T05:01:00Z","Because":[],
             "Next":"Nothing: it is gone.",
             "Receipt":{"Incarnation":1,"Evidence":["There is no namespace one."],
                        "ConfirmedAt":"2026-03-04T05:01:00Z"}}}
            """);

    // when
    typed.run("why", "one");

    // then
    assertThat(typed.output())
        .contains("Proof that it is gone")
        .contains("  There is no namespace one.")
        .doesNotContain("Because")
        .doesNotContain("wrong");
  }

  @Test
  void showsTheReceiptOfOneThatIsGone() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE + "/receipt",
            200,
            """
            {"Receipt":{"ID":"one","Incarnation":2,"Evidence":["namespace one does not exist"],
             "ConfirmedAt":"2026-03-04T05:01:00Z","Swept":["Pod","Secret"],"Unlisted":[],
             "RequestedAt":"2026-03-04T05:00:00Z","DestroyedAt":"2026-03-04T05:00:50Z",
             "Destroying":"PT50S","Proving":"PT10S","Took":"PT1M"}}
            """);

    // when
    int code = typed.run("receipt", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .containsExactly(
            "one  life 2 is gone, confirmed 2026-03-04T05:01:00Z",
            "  namespace one does not exist",
            "  destroyed in 50.0 s, proven in 10.0 s",
            "Kinds of which nothing is left (2)",
            "  Pod, Secret");
  }

  @Test
  void namesTheKindsThatMayNotBeListedOnce() {
    // given a receipt of the first writers, which had them among the evidence too
    typed
        .api()
        .on(
            "GET " + ONE + "/receipt",
            200,
            """
            {"Receipt":{"ID":"one","Incarnation":2,"ConfirmedAt":"2026-03-04T05:01:00.000001Z",
             "Evidence":["namespace one does not exist","may not be looked at: Lease"],
             "Swept":["Pod"],"Unlisted":["Lease"]}}
            """);

    // when
    typed.run("receipt", "one");

    // then
    assertThat(typed.output().lines())
        .containsExactly(
            "one  life 2 is gone, confirmed 2026-03-04T05:01:00Z",
            "  namespace one does not exist",
            "Kinds of which nothing is left (1)",
            "  Pod",
            "Kinds that may not be listed (1)",
            "  Lease");
  }

  @Test
  void saysWhyThereIsNoReceiptYet() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE + "/receipt",
            404,
            "{\"title\":\"Unknown\",\"detail\":\"There is no receipt. It is not deleted.\"}");

    // when
    int code = typed.run("receipt", "one");

    // then
    assertThat(code).isEqualTo(4);
    assertThat(typed.errors()).isEqualTo("There is no receipt. It is not deleted.");
  }

  @Test
  void givesMoreTimeAndSaysUntilWhen() {
    // given
    typed
        .api()
        .on("POST " + ONE + "/extend", 202, "{\"ID\":\"one\",\"Status\":\"ready\"}")
        .on(
            "GET " + ONE,
            200,
            "{\"Workspace\":{\"ID\":\"one\",\"Expiry\":\"2030-01-02T00:00:00Z\"}}");

    // when
    int code = typed.run("extend", "one", "2030-01-01", "--why", "the demo moved");

    // then
    assertThat(code).isZero();
    assertThat(typed.output()).contains("✓ one").contains("expires 2030-01-02T00:00:00Z");
  }

  @Test
  void protectsAndSaysUntilWhenAndWhy() {
    // given
    typed
        .api()
        .on("POST " + ONE + "/protect", 202, "{\"ID\":\"one\",\"Status\":\"ready\"}")
        .on("POST " + ONE + "/unprotect", 202, "{\"ID\":\"one\",\"Status\":\"ready\"}")
        .on(
            "GET " + ONE,
            200,
            "{\"Workspace\":{\"ID\":\"one\",\"Protection\":{\"Until\":\"2030-01-02T00:00:00Z\","
                + "\"By\":\"ada\",\"Why\":\"the demo\"}}}");

    // when, then
    assertThat(typed.run("protect", "one", "--why", "the demo")).isZero();
    assertThat(typed.output()).contains("protected until 2030-01-02T00:00:00Z by ada: the demo");
    assertThat(typed.run("unprotect", "one")).isZero();
    assertThat(typed.output()).contains("no longer protected");
  }

  @Test
  void aProtectionNeedsAReason() {
    assertThat(typed.run("protect", "one")).isEqualTo(2);
  }

  @Test
  void shortensAndBringsBack() {
    // given
    typed
        .api()
        .on("POST " + ONE + "/shorten", 202, "{\"ID\":\"one\",\"Status\":\"ready\"}")
        .on("POST " + ONE + "/revive", 202, "{\"ID\":\"one\",\"Status\":\"creating\"}")
        .on(
            "GET " + ONE,
            200,
            "{\"Workspace\":{\"ID\":\"one\",\"Expiry\":\"2029-01-02T00:00:00Z\"}}");

    // when, then
    assertThat(typed.run("shorten", "one", "2029-01-01")).isZero();
    assertThat(typed.output()).contains("expires 2029-01-02T00:00:00Z");
    assertThat(typed.run("revive", "one")).isZero();
    assertThat(typed.output()).contains("creating").contains("./helium watch one");
  }

  @Test
  void doesNotSayThatWhatIsNotDecidedIsDone() {
    // given
    typed
        .api()
        .on("POST " + ONE + "/extend", 202, "{\"ID\":\"one\",\"Status\":\"pending\"}")
        .on("POST " + ONE + "/cancel", 202, "{\"ID\":\"one\",\"Status\":\"pending\"}");

    // when
    typed.run("extend", "one", "2030-01-01");
    typed.run("cancel", "one");

    // then
    assertThat(typed.output())
        .contains("pending")
        .doesNotContain("expires")
        .doesNotContain("cancelled");
  }

  @Test
  void triesAgainAndStops() {
    // given
    typed
        .api()
        .on("POST " + ONE + "/retry", 202, "{\"ID\":\"one\",\"Status\":\"creating\"}")
        .on("POST " + ONE + "/cancel", 202, "{\"ID\":\"one\",\"Status\":\"failed\"}");

    // when, then
    assertThat(typed.run("retry", "one")).isZero();
    assertThat(typed.output())
        .contains("✓ one")
        .contains("creating")
        .contains("./helium watch one");
    assertThat(typed.run("cancel", "one")).isZero();
    assertThat(typed.output()).contains("cancelled").contains("./helium why one");
  }

  @Test
  void saysWhatTheServerRefuses() {
    // given
    typed
        .api()
        .on(
            "POST " + ONE + "/retry",
            409,
            "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"No attempt has failed.\"}");

    // when
    int code = typed.run("retry", "one");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(typed.errors()).isEqualTo("No attempt has failed.");
  }

  @Test
  void showsHowLongEachStageTook() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE + "/timeline",
            200,
            """
            {"Timeline":{"ID":"one","State":"creating","Kind":"creation","Incarnation":1,"Attempts":2,
             "Progress":{"Ready":7,"Wanted":9,"Slowest":"Pod/web\\u001b[2J"},
             "Estimate":{"Overdue":true,"Runs":12,"Longest":"PT12.34S"},
             "Stages":[
              {"Name":"decided","State":"done","From":"2026-03-04T05:00:00Z",
               "Until":"2026-03-04T05:00:00Z","Duration":"PT0S","Milliseconds":0},
              {"Name":"applied","State":"under-way","From":"2026-03-04T05:00:00Z",
               "Duration":"PT1.5S","Milliseconds":1500},
              {"Name":"ready","State":"to-come"}]}}
            """);

    // when
    int code = typed.run("timeline", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .containsExactly(
            "one  creating, creation with 2 attempts",
            "decided    │" + " ".repeat(54) + " 0 ms",
            "applied    " + "▒".repeat(55) + " 1.5 s …",
            "ready      " + " ".repeat(55) + " to come",
            "7 of 9 pods ready, slowest Pod/web\\u{1b}[2J",
            "overdue, none of 12 earlier ones took longer than 12.3 s");
  }

  private static String page(String events, String next) {
    return "{\"Events\":[" + events + "],\"Count\":2,\"Unlisted\":0" + next + "}";
  }

  private static String event(long number, String type, String data) {
    return "{\"sequence\":%d,\"time\":\"2026-03-04T05:00:%02dZ\",\"type\":\"dev.helium.workspace.%s.v1\",\"data\":%s}"
        .formatted(number, number, type, data);
  }
}
