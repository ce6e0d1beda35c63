package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.stub.TypedCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HeliumCommandTest {
  private static final String WORKSPACES = "/v1/api/workspaces";
  private static final String ONE = "/v1/api/workspace/one";

  private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void saysWhereTheHelpIsWhenAnOptionIsUnknown() {
    assertThat(typed.run("create", "--nonsense")).isEqualTo(2);
    assertThat(typed.errors()).contains("--nonsense").contains("./helium create --help");
  }

  @Test
  void refusesAnUnknownCommand() {
    assertThat(typed.run("creat")).isEqualTo(2);
    assertThat(typed.errors()).contains("creat").contains("./helium --help");
  }

  @Test
  void createsAndReturns() {
    // given
    typed.api().on("POST /v1/api/workspace", 202, "{\"ID\":\"one\",\"Status\":\"creating\"}");

    // when
    int code = typed.run("create", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output())
        .contains("✓ one")
        .contains("creating")
        .contains("./helium watch one");
  }

  @Test
  void waitsUntilAWorkspaceIsReady() {
    // given
    typed
        .api()
        .on("POST /v1/api/workspace", 202, "{\"ID\":\"one\",\"Status\":\"pending\"}")
        .on("GET " + ONE, 404, "{}")
        .on("GET " + ONE, 200, workspace("creating", ""))
        .on("GET " + ONE, 200, workspace("ready", ""));

    // when
    int code = typed.run("create", "one", "--wait");

    // then
    assertThat(code).isZero();
    assertThat(typed.output()).contains("ready").contains("K8sNamespace  one");
  }

  @Test
  void saysWhyAWorkspaceFailed() {
    // given
    typed
        .api()
        .on("POST /v1/api/workspace", 202, "{\"ID\":\"one\",\"Status\":\"pending\"}")
        .on("GET " + ONE, 200, workspace("failed", "no such image"));

    // when
    int code = typed.run("create", "one", "--wait");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(typed.output()).contains("✗ one").contains("no such image");
  }

  @Test
  void listsOrphansWithWhatWouldEndThem() {
    // given
    typed
        .api()
        .on(
            "GET /v1/api/orphans",
            200,
            """
            {"SweptAt":"2026-06-01T00:00:00.123456789Z","Unlisted":0,
             "Directions":[{"Name":"namespaces","Cluster":"","LookedAt":true,"Why":""},
              {"Name":"namespaces","Cluster":"lab","LookedAt":false,"Why":"it does not answer"},
              {"Name":"stacks","Cluster":"","LookedAt":false,"Why":"HELIUM_STATE_DIRECTORY is not set"},
              {"Name":"objects","Cluster":"","LookedAt":true,"Why":"","UnlistedKinds":["Lease","Secret"]}],
             "Orphans":[{"Kind":"missing-namespace","Cluster":"lab","Name":"one","Workspace":"one",
              "Since":"2026-05-31T00:00:00.000000001Z","LastSeen":"2026-06-01T00:00:00Z",
              "Evidence":["namespace one does not exist"],"Repair":"It is made again.","CarriedOut":true}]}
            """);

    // when
    int code = typed.run("orphans");

    // then
    assertThat(code).isZero();
    assertThat(typed.output())
        .contains("missing-namespace  one")
        .contains("in cluster lab")
        .contains("since 2026-05-31T00:00:00Z")
        .contains("namespace one does not exist")
        .contains("By policy: It is made again.")
        .contains("1 found, as compared at 2026-06-01T00:00:00Z.")
        .contains("May not be listed: objects: Lease, Secret")
        .contains("Not looked at: namespaces of cluster lab: it does not answer")
        .contains("Not looked at: stacks: HELIUM_STATE_DIRECTORY is not set");
  }

  @Test
  void saysWhenNothingWasEverCompared() {
    // given
    typed.api().on("GET /v1/api/orphans", 200, "{\"Directions\":[],\"Unlisted\":0,\"Orphans\":[]}");

    // when
    typed.run("orphans");

    // then
    assertThat(typed.output()).contains("Nothing has been compared yet");
  }

  @Test
  void showsWhatAnOwnerMayTakeAndWhatTakesIt() {
    // given
    typed
        .api()
        .on(
            "GET /v1/api/quotas",
            200,
            """
            {"Owner":"ada@example.org","AsOf":"2026-06-01T00:00:00Z","Quotas":[
             {"Resource":"cpu","Unit":"millicores","Backend":"namespace","Limit":4000,"Taken":1500,
              "Left":2500,"TakenBy":[{"ID":"one","Amount":1500}]}]}
            """);

    // when
    int code = typed.run("quotas", "--owner", "ada@example.org");

    // then
    assertThat(code).isZero();
    assertThat(typed.output())
        .contains("1.5 of 4 cpu made by namespace are taken:")
        .contains("  one  1.5");
  }

  @Test
  void showsTheWaysIntoAWorkspace() {
    // given
    typed
        .api()
        .on(
            "GET " + ONE,
            200,
            """
            {"Workspace":{"ID":"one","Status":"ready","ConsoleURL":"https://one.example/",
             "K8s":"kubectl config set-context --current --namespace=one","Reasons":[],
             "CredentialSecrets":["web-login"],"Connections":[
             {"Kind":"link","Name":"console","Object":"Ingress/front","Scheme":"https",
              "Host":"one.example","Port":443,"URL":"https://one.example/","Command":"",
              "Credentials":"web-login"},
             {"Kind":"address","Name":"grpc","Object":"Service/pachd","Scheme":"grpc","Host":"2001:db8::1",
              "Port":30650,"URL":"","Command":"","Credentials":""},
             {"Kind":"node","Name":"db","Object":"Service/db","Scheme":"tcp","Host":"","Port":30651,
              "URL":"","Command":"","Credentials":""},
             {"Kind":"inside","Name":"db\\u001b[2J","Object":"Service/db","Scheme":"tcp",
              "Host":"db.one.svc","Port":5432,"URL":"",
              "Command":"kubectl --namespace one port-forward service/db 5432:5432","Credentials":""}]}}
            """);

    // when
    int code = typed.run("get", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output())
        .endsWith(
            """
              ConsoleURL  https://one.example/
              K8s         kubectl config set-context --current --namespace=one
              ways in
                console  https://one.example/  (Ingress/front, credentials in secret web-login)
                grpc  [2001:db8::1]:30650  (Service/pachd)
                db  port 30651 of any node  (Service/db)
                db\\u{1b}[2J  db.one.svc:5432, inside the cluster  (Service/db)
                  kubectl --namespace one port-forward service/db 5432:5432
            """
                .replace("\n", System.lineSeparator()));
  }

  @Test
  void listsNamesWithTheirStatus() {
    // given
    typed
        .api()
        .on(
            "GET " + WORKSPACES,
            200,
            """
            {"Workspaces":[{"ID":"one","Status":"ready"}],"Count":2,
             "Next":"/v1/api/workspaces?cursor=abc"}\
            """)
        .on(
            "GET " + WORKSPACES,
            200,
            "{\"Workspaces\":[{\"ID\":\"two\",\"Status\":\"failed\"}],\"Count\":2}");

    // when
    int code = typed.run("list", "--status", "ready,failed", "--label", "team=blue");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines()).hasSize(3);
    assertThat(typed.output()).contains("one").contains("ready").contains("two").contains("failed");
  }

  @Test
  void watchesUntilAWorkspaceIsGone() {
    // given
    typed
        .api()
        .on("GET " + ONE, 200, workspace("creating", "no node yet"))
        .on("GET " + ONE, 200, workspace("creating", "no node yet"))
        .on("GET " + ONE, 200, workspace("deleting", ""))
        .on("GET " + ONE, 404, "{}");

    // when
    int code = typed.run("watch", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines().map(line -> line.substring("00:00:00  ".length())))
        .containsExactly("creating: Pod/web Waiting: no node yet", "deleting", "gone");
  }

  @Test
  void watchesHowManyPodsAreReadyAndTakesAnEstimateAloneForNoNews() {
    // given
    String time = DateTimeFormatter.ofPattern("HH:mm:ss").format(AT.atZone(ZoneId.systemDefault()));
    typed
        .api()
        .on("GET " + ONE, 200, counted("creating", 7, 3))
        .on("GET " + ONE, 200, counted("creating", 7, 4))
        .on("GET " + ONE, 200, counted("ready", 9, 4))
        .on("GET " + ONE, 404, "{}");

    // when
    int code = typed.run("watch", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines().map(line -> line.substring("00:00:00  ".length())))
        .containsExactly(
            "creating (7 of 9 pods ready; expected at %s, between %s and %s (from 3 earlier ones))"
                .formatted(time, time, time),
            "ready",
            "gone");
  }

  @Test
  void drawsHowFarItIsOnALineOfATerminal() {
    // given
    typed
        .api()
        .on("GET " + ONE, 200, counted("creating", 7, 3))
        .on("GET " + ONE, 200, counted("creating", 8, 3))
        .on("GET " + ONE, 200, counted("ready", 9, 3))
        .on("GET " + ONE, 404, "{}");

    // when
    int code =
        typed.onATerminal(40).at(InstantSource.fixed(AT.minusSeconds(8))).run("watch", "one");

    // then
    assertThat(code).isZero();
    assertThat(typed.output())
        .contains("  … one  creating  7 of 9 pods, ready i\r\u001b[2K")
        .contains("  … one  creating  8 of 9 pods, ready i\r\u001b[2K")
        .contains("  … one  ready\r\u001b[2K");
    assertThat(typed.output().replaceAll("  … [^\r]*\r\u001b\\[2K", "").lines())
        .map(line -> line.substring("00:00:00  ".length()))
        .containsExactly("creating", "ready", "gone");
  }

  @Test
  void deletesAndWaitsUntilItIsGone() {
    // given
    typed
        .api()
        .on("DELETE " + ONE, 202, "{}")
        .on("GET " + ONE, 200, workspace("deleting", ""))
        .on("GET " + ONE, 404, "{}");

    // when
    int code = typed.run("delete", "one", "--wait");

    // then
    assertThat(code).isZero();
    assertThat(typed.output()).contains("gone");
  }

  @Test
  void saysThatAWorkspaceIsUnknownWithoutAStackTrace() {
    assertThat(typed.run("get", "one")).isEqualTo(4);
    assertThat(typed.errors()).isEqualTo("There is no workspace one.");
  }

  @Test
  void showsTheCauseWhenAskedTo() {
    assertThat(typed.run("--verbose", "get", "one")).isEqualTo(4);
    assertThat(typed.errors()).contains("UserException").contains("at dev.");
  }

  @Test
  void saysThatNothingIsStarted() {
    assertThat(typed.run("status")).isEqualTo(1);
    assertThat(typed.output()).contains("./helium up");
    assertThat(typed.run("down")).isZero();
    assertThat(typed.output()).contains("Nothing was running.");
  }

  @Test
  void saysWhichLogsThereAre() {
    assertThat(typed.run("logs", "nonsense")).isEqualTo(4);
    assertThat(typed.errors()).contains("kafka").contains("etcd");
  }

  @Test
  void showsTheEndOfALog() throws IOException {
    // given
    Path logs = Files.createDirectories(typed.home().resolve("logs"));
    Files.writeString(logs.resolve("kafka.log"), "one\ntwo\nthree\n");

    // when
    int code = typed.run("logs", "kafka", "-n", "2");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines()).containsExactly("two", "three");
  }

  @Test
  void refusesAModeThatDoesNotExist() {
    // when
    int code = typed.with("HELIUM_MODE", "EVERYTHING").run("up");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(typed.errors()).contains("HELIUM_MODE", "EVERYTHING");
  }

  private static String counted(String status, int ready, int runs) {
    return """
    {"Workspace":{"ID":"one","Status":"%s","Reasons":[],
     "Progress":{"Ready":%d,"Wanted":9,"Slowest":""}%s}}
    """
        .formatted(
            status,
            ready,
            status.equals("ready")
                ? ""
                : """
                ,"Estimate":{"Overdue":false,"Runs":%d,"Expected":"%s","Earliest":"%s","Latest":"%s"}
                """
                    .formatted(runs, AT, AT, AT));
  }

  private static String workspace(String status, String reason) {
    return "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"%s\",\"K8sNamespace\":\"one\",\"Reasons\":[%s]}}"
        .formatted(
            status,
            reason.isEmpty()
                ? ""
                : "{\"Object\":\"Pod/web\",\"Code\":\"Waiting\",\"Message\":\"" + reason + "\"}");
  }
}
