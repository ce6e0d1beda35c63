package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.stub.StubApi;
import dev.helium.launcher.stub.TypedCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhooksCommandTest {
  private static final String ID = "wh_abcdefghij0123456789";
  private static final String ALL = "/v1/api/webhooks";
  private static final String ONE = ALL + "/" + ID;

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void listsThemAndSaysWhatToDoAboutParkedOnes() {
    // given
    typed.api().on("GET " + ALL, 200, "{\"Webhooks\":[" + webhook("parked") + "]}");
    // when
    int code = typed.run("webhooks");
    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .startsWith(
            "ID                       STATE   WAITING  OWNER  URL",
            ID + "  parked  3        ann    https://hooks.example.com/a\\u{1b}");
    assertThat(typed.output()).contains("Nothing is sent to those that are parked");
  }

  @Test
  void aNewOneTellsItsSecretOnce() {
    // given
    typed
        .api()
        .on(
            "POST " + ALL,
            201,
            "{\"Webhook\":" + webhook("active") + ",\"Secret\":\"whsec_AAAA\"}");
    // when
    int code =
        typed.run(
            "webhooks",
            "create",
            "https://hooks.example.com/a",
            "--type",
            "dev.helium.workspace.*");
    // then
    assertThat(code).isZero();
    assertThat(typed.output())
        .contains("Secret              whsec_AAAA")
        .contains("The secret is not told again.");
  }

  @Test
  void oneIsShownWithWhatItIsParkedFor() {
    // given
    typed.api().on("GET " + ONE, 200, "{\"Webhook\":" + webhook("parked") + "}");
    // when
    int code = typed.run("webhooks", "show", ID);
    // then
    assertThat(code).isZero();
    assertThat(typed.output())
        .contains("Parked              since 2026-03-04T05:00:00Z: It answered 500.")
        .contains("Events              workspaces one, two; owner ann");
  }

  @Test
  void aTestThatDoesNotArriveFails() {
    // given
    typed
        .api()
        .on(
            "POST " + ONE + "/test",
            200,
            "{\"Event\":\"test/1\",\"Delivered\":false,\"Status\":500,\"Milliseconds\":7,"
                + "\"Detail\":\"It answered 500.\"}");
    // when, then
    assertThat(typed.run("webhooks", "test", ID)).isEqualTo(1);
    assertThat(typed.output() + typed.errors()).contains("It answered 500. (7 ms)");
  }

  @Test
  void deliveriesResumesAndDeletes() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE + "/deliveries",
            200,
            """
            {"Deliveries":[{"At":"2026-03-04T05:00:00Z","Event":"one/provisioner/7",
              "Type":"dev.helium.workspace.deleted.v1","Try":2,"Outcome":"failed","Status":500,
              "Milliseconds":12,"Detail":"It answered 500.","NextTry":"2026-03-04T05:05:00Z"}],
             "Waiting":1,"AsOf":"2026-03-04T05:00:01Z"}
            """)
        .on("POST " + ONE + "/resume", 200, "{\"Webhook\":" + webhook("active") + "}")
        .on("DELETE " + ONE, 200, "{\"ID\":\"" + ID + "\"}");
    // when, then
    assertThat(typed.run("webhooks", "deliveries", ID)).isZero();
    assertThat(typed.output())
        .contains("one/provisioner/7  2    failed")
        .contains("2026-03-04T05:05:00Z");
    assertThat(typed.run("webhooks", "resume", ID, "--skip")).isZero();
    assertThat(typed.run("webhooks", "delete", ID)).isZero();
    assertThat(typed.output()).contains("active").contains("deleted");
  }

  @Test
  void changesWhatIsSaidAndNothingElse() {
    // given
    typed.api().on("PATCH " + ONE, 200, "{\"Webhook\":" + webhook("paused") + "}");
    // when
    int code =
        typed.run(
            "webhooks",
            "change",
            ID,
            "--owner",
            "",
            "--type",
            "dev.helium.workspace.deleted.*,dev.helium.workspace.ready.v1",
            "--label",
            "team=blue",
            "--paused",
            "true");
    // then
    assertThat(code).isZero();
    assertThat(typed.output()).contains("State               paused");
    assertThat(typed.api().asked().getLast().body())
        .isEqualTo(
            "{\"labels\":\"team=blue\",\"owner\":\"\",\"paused\":\"true\","
                + "\"types\":\"dev.helium.workspace.deleted.*,dev.helium.workspace.ready.v1\"}");
  }

  @Test
  void aChangeOfNothingIsWrongUsage() {
    // when, then
    assertThat(typed.run("webhooks", "change", ID)).isEqualTo(2);
    assertThat(typed.errors()).contains("Nothing says what is to be changed.");
    assertThat(typed.api().asked()).isEmpty();
  }

  @Test
  void aNewSecretIsToldOnceAndTheOldOneSignsAsLongAsIsSaid() {
    // given
    typed
        .api()
        .on(
            "POST " + ONE + "/rotate-secret",
            200,
            "{\"Webhook\":" + webhook("active") + ",\"Secret\":\"whsec_BBBB\"}");
    // when, then
    assertThat(typed.run("webhooks", "rotate", ID)).isZero();
    assertThat(typed.output())
        .contains("Secret              whsec_BBBB")
        .contains("The secret is not told again.");
    assertThat(typed.run("webhooks", "rotate", ID, "--overlap", "PT0S")).isZero();
    assertThat(typed.api().asked())
        .extracting(StubApi.Asked::request)
        .containsExactly(
            "POST " + ONE + "/rotate-secret?overlap=PT24H",
            "POST " + ONE + "/rotate-secret?overlap=PT0S");
  }

  @Test
  void redeliversEventsOfAWorkspaceOrOfATime() {
    // given
    String request = "POST " + ONE + "/redeliver";
    typed
        .api()
        .on(request, 202, "{\"Redelivery\":1,\"Events\":3}")
        .on(request, 202, "{\"Redelivery\":2,\"Events\":0}");
    // when, then
    assertThat(
            typed.run(
                "webhooks", "redeliver", ID, "--workspace", "one", "--first", "3", "--last", "5"))
        .isZero();
    assertThat(typed.output())
        .contains("3 to be delivered once more")
        .contains("./helium webhooks deliveries " + ID);
    assertThat(typed.run("webhooks", "redeliver", ID, "--from", "2026-12-24T00:00:00+01:00"))
        .isZero();
    assertThat(typed.output()).contains("There is no such event that the webhook wants.");
    assertThat(typed.api().asked())
        .extracting(StubApi.Asked::request)
        .containsExactly(
            request + "?first=3&last=5&workspace=one",
            request + "?from=2026-12-24T00%3A00%3A00%2B01%3A00");
  }

  @Test
  void whatIsRefusedIsSaid() {
    // given
    typed
        .api()
        .on(
            "POST " + ALL,
            422,
            """
            {"type":"urn:helium:problem:invalid","title":"The request breaks rules","status":422,
             "detail":"x","errors":[{"field":"url","rule":"leads to an address that may not be called"}]}
            """);
    // when, then
    assertThat(typed.run("webhooks", "create", "https://localhost/")).isEqualTo(1);
    assertThat(typed.errors()).contains("url leads to an address that may not be called");
  }

  private static String webhook(String state) {
    return """
    {"ID":"%s","URL":"https://hooks.example.com/a\\u001b","Description":"","Owner":"ann",
     "State":"%s","Waiting":3,"CreatedAt":"2026-03-04T05:00:00Z",
     "ChangedAt":"2026-03-04T05:00:00Z","ChangedBy":"ann",
     "Parked":{"Since":"2026-03-04T05:00:00Z","Reason":"exhausted","Why":"It answered 500."},
     "Filter":{"Workspaces":["one","two"],"Owner":"ann","Backend":"","Types":[]}}
    """
        .formatted(ID, state);
  }
}
