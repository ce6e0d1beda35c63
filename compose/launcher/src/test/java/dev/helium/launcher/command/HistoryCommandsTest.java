package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.console.Console;
import dev.helium.launcher.stub.StubApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has happened to a workspace and why, and what may be asked of one that is there. */
class HistoryCommandsTest {
  private static final String ONE = "/v1/api/workspace/one";

  @TempDir Path project;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private StubApi api;

  @BeforeEach
  void startAnApi() throws IOException {
    api = new StubApi();
    Files.createDirectories(project.resolve(".helium"));
    Files.writeString(project.resolve(".helium").resolve("token"), "word\n");
  }

  @AfterEach
  void stopTheApi() {
    api.close();
  }

  @Test
  void listsWhatHasHappenedOverAllPages() {
    // given
    api.on(
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
    int code = run("events", "one");

    // then
    assertThat(code).isZero();
    assertThat(output().lines())
        .containsExactly(
            "NUMBER  TIME                  EVENT              DETAILS",
            "1       2026-03-04T05:00:01Z  created            attempt 1, backend namespace",
            "2       2026-03-04T05:00:02Z  readiness-changed  incarnation 1, not-ready, object"
                + " Pod/web, message a\\u{1b}[2Jb, ready 7, wanted 9");
  }

  @Test
  void printsWholeEventsForPrograms() {
    // given
    api.on("GET " + ONE + "/events", 200, page(event(7, "destroyed", "{\"attempt\":2}"), ""));

    // when
    int code = run("events", "one", "--after", "6", "--json");

    // then
    assertThat(code).isZero();
    assertThat(output().strip()).isEqualTo(event(7, "destroyed", "{\"attempt\":2}"));
  }

  @Test
  void saysWhichEventsAreMissing() {
    // given
    api.on(
        "GET " + ONE + "/events",
        200,
        "{\"Events\":[" + event(251, "created", "{}") + "],\"Count\":251,\"Unlisted\":250}");

    // when
    run("events", "one");

    // then
    assertThat(output()).contains("251").contains("up to number 250 can no longer be read");
  }

  @Test
  void goesNowhereElseForTheNextPage() {
    // given
    api.on("GET " + ONE + "/events", 200, page("", ",\"Next\":\"//elsewhere.example/events\""));

    // when
    int code = run("events", "one");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(errors()).isEqualTo("The server names no address of its own for the next page.");
  }

  @Test
  void saysWhyAWorkspaceHasFailedAndTheWayOn() {
    // given
    api.on(
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
    int code = run("why", "one");

    // then
    assertThat(code).isZero();
    assertThat(output().lines())
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
    api.on(
        "GET " + ONE + "/why",
        200,
        """
        {"Why":{"ID":"one","State":"deleted","Since":"2026-03-04T05:01:00Z","Because":[],
         "Next":"Nothing: it is gone.",
         "Receipt":{"Incarnation":1,"Evidence":["There is no namespace one."],
                    "ConfirmedAt":"2026-03-04T05:01:00Z"}}}
        """);

    // when
    run("why", "one");

    // then
    assertThat(output())
        .contains("Proof that it is gone")
        .contains("  There is no namespace one.")
        .doesNotContain("Because")
        .doesNotContain("wrong");
  }

  @Test
  void showsTheReceiptOfOneThatIsGone() {
    // given
    api.on(
        "GET " + ONE + "/receipt",
        200,
        """
        {"Receipt":{"ID":"one","Incarnation":2,"Evidence":["namespace one does not exist"],
         "ConfirmedAt":"2026-03-04T05:01:00Z","Swept":["Pod","Secret"],"Unlisted":[],
         "RequestedAt":"2026-03-04T05:00:00Z","DestroyedAt":"2026-03-04T05:00:50Z",
         "Destroying":"PT50S","Proving":"PT10S","Took":"PT1M"}}
        """);

    // when
    int code = run("receipt", "one");

    // then
    assertThat(code).isZero();
    assertThat(output().lines())
        .containsExactly(
            "one  life 2 is gone, confirmed 2026-03-04T05:01:00Z",
            "  namespace one does not exist",
            "  destroyed in PT50S, proven in PT10S",
            "Kinds of which nothing is left (2)",
            "  Pod, Secret");
  }

  @Test
  void saysWhyThereIsNoReceiptYet() {
    // given
    api.on(
        "GET " + ONE + "/receipt",
        404,
        "{\"title\":\"Unknown\",\"detail\":\"There is no receipt. It is not deleted.\"}");

    // when
    int code = run("receipt", "one");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(errors()).isEqualTo("There is no receipt. It is not deleted.");
  }

  @Test
  void givesMoreTimeAndSaysUntilWhen() {
    // given
    api.on("POST " + ONE + "/extend", 202, "{\"ID\":\"one\",\"Status\":\"ready\"}")
        .on(
            "GET " + ONE,
            200,
            "{\"Workspace\":{\"ID\":\"one\",\"Expiry\":\"2030-01-02T00:00:00Z\"}}");

    // when
    int code = run("extend", "one", "2030-01-01", "--why", "the demo moved");

    // then
    assertThat(code).isZero();
    assertThat(output()).contains("✓ one").contains("expires 2030-01-02T00:00:00Z");
  }

  @Test
  void protectsAndSaysUntilWhenAndWhy() {
    // given
    api.on("POST " + ONE + "/protect", 202, "{\"ID\":\"one\",\"Status\":\"ready\"}")
        .on("POST " + ONE + "/unprotect", 202, "{\"ID\":\"one\",\"Status\":\"ready\"}")
        .on(
            "GET " + ONE,
            200,
            "{\"Workspace\":{\"ID\":\"one\",\"Protection\":{\"Until\":\"2030-01-02T00:00:00Z\","
                + "\"By\":\"ada\",\"Why\":\"the demo\"}}}");

    // when, then
    assertThat(run("protect", "one", "--why", "the demo")).isZero();
    assertThat(output()).contains("protected until 2030-01-02T00:00:00Z by ada: the demo");
    assertThat(run("unprotect", "one")).isZero();
    assertThat(output()).contains("no longer protected");
  }

  @Test
  void aProtectionNeedsAReason() {
    assertThat(run("protect", "one")).isEqualTo(2);
  }

  @Test
  void shortensAndBringsBack() {
    // given
    api.on("POST " + ONE + "/shorten", 202, "{\"ID\":\"one\",\"Status\":\"ready\"}")
        .on("POST " + ONE + "/revive", 202, "{\"ID\":\"one\",\"Status\":\"creating\"}")
        .on(
            "GET " + ONE,
            200,
            "{\"Workspace\":{\"ID\":\"one\",\"Expiry\":\"2029-01-02T00:00:00Z\"}}");

    // when, then
    assertThat(run("shorten", "one", "2029-01-01")).isZero();
    assertThat(output()).contains("expires 2029-01-02T00:00:00Z");
    assertThat(run("revive", "one")).isZero();
    assertThat(output()).contains("creating").contains("./helium watch one");
  }

  @Test
  void doesNotSayThatWhatIsNotDecidedIsDone() {
    // given
    api.on("POST " + ONE + "/extend", 202, "{\"ID\":\"one\",\"Status\":\"pending\"}")
        .on("POST " + ONE + "/cancel", 202, "{\"ID\":\"one\",\"Status\":\"pending\"}");

    // when
    run("extend", "one", "2030-01-01");
    run("cancel", "one");

    // then
    assertThat(output()).contains("pending").doesNotContain("expires").doesNotContain("cancelled");
  }

  @Test
  void triesAgainAndStops() {
    // given
    api.on("POST " + ONE + "/retry", 202, "{\"ID\":\"one\",\"Status\":\"creating\"}")
        .on("POST " + ONE + "/cancel", 202, "{\"ID\":\"one\",\"Status\":\"failed\"}");

    // when, then
    assertThat(run("retry", "one")).isZero();
    assertThat(output()).contains("✓ one").contains("creating").contains("./helium watch one");
    assertThat(run("cancel", "one")).isZero();
    assertThat(output()).contains("cancelled").contains("./helium why one");
  }

  @Test
  void saysWhatTheServerRefuses() {
    // given
    api.on(
        "POST " + ONE + "/retry",
        409,
        "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"No attempt has failed.\"}");

    // when
    int code = run("retry", "one");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(errors()).isEqualTo("No attempt has failed.");
  }

  @Test
  void showsHowLongEachStageTook() {
    // given
    api.on(
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
    int code = run("timeline", "one");

    // then
    assertThat(code).isZero();
    assertThat(output().lines())
        .containsExactly(
            "one  creating, creation with 2 attempts",
            "decided    │" + " ".repeat(54) + " 0 ms",
            "applied    " + "▒".repeat(55) + " 1.5 s …",
            "ready      " + " ".repeat(55) + " to come",
            "7 of 9 pods ready, slowest Pod/web\\u{1b}[2J",
            "overdue, none of 12 earlier ones took longer than 12.3 s");
  }

  private int run(String... arguments) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            0,
            false);
    return HeliumCommand.run(
        new CommandContext(
            console,
            project,
            Map.of("HELIUM_URL", api.address().toString()),
            InstantSource.system()),
        arguments);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  private static String page(String events, String next) {
    return "{\"Events\":[" + events + "],\"Count\":2,\"Unlisted\":0" + next + "}";
  }

  private static String event(long number, String type, String data) {
    return "{\"sequence\":%d,\"time\":\"2026-03-04T05:00:%02dZ\",\"type\":\"dev.helium.workspace.%s.v1\",\"data\":%s}"
        .formatted(number, number, type, data);
  }
}
