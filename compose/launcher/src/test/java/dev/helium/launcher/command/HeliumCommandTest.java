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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeliumCommandTest {
  private static final String WORKSPACES = "/v1/api/workspaces";
  private static final String ONE = "/v1/api/workspace/one";

  private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

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
  void saysWhereTheHelpIsWhenAnOptionIsUnknown() {
    assertThat(run("create", "--nonsense")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("--nonsense")
        .contains("./helium create --help");
  }

  @Test
  void refusesAnUnknownCommand() {
    assertThat(run("creat")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("creat").contains("./helium --help");
  }

  @Test
  void createsAndReturns() {
    // given
    api.on("POST /v1/api/workspace", 202, "{\"ID\":\"one\",\"Status\":\"creating\"}");

    // when
    int code = run("create", "one");

    // then
    assertThat(code).isZero();
    assertThat(output()).contains("✓ one").contains("creating").contains("./helium watch one");
  }

  @Test
  void waitsUntilAWorkspaceIsReady() {
    // given
    api.on("POST /v1/api/workspace", 202, "{\"ID\":\"one\",\"Status\":\"pending\"}")
        .on("GET " + ONE, 404, "{}")
        .on("GET " + ONE, 200, workspace("creating", ""))
        .on("GET " + ONE, 200, workspace("ready", ""));

    // when
    int code = run("create", "one", "--wait");

    // then
    assertThat(code).isZero();
    assertThat(output()).contains("ready").contains("K8sNamespace  one");
  }

  @Test
  void saysWhyAWorkspaceFailed() {
    // given
    api.on("POST /v1/api/workspace", 202, "{\"ID\":\"one\",\"Status\":\"pending\"}")
        .on("GET " + ONE, 200, workspace("failed", "no such image"));

    // when
    int code = run("create", "one", "--wait");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(output()).contains("✗ one").contains("no such image");
  }

  @Test
  void listsOrphansWithWhatWouldEndThem() {
    // given
    api.on(
        "GET /v1/api/orphans",
        200,
        """
        {"SweptAt":"2026-06-01T00:00:00Z","Unlisted":0,
         "Directions":[{"Name":"namespaces","LookedAt":true,"Why":""},
          {"Name":"stacks","LookedAt":false,"Why":"HELIUM_STATE_DIRECTORY is not set"}],
         "Orphans":[{"Kind":"missing-namespace","Cluster":"","Name":"one","Workspace":"one",
          "Since":"2026-05-31T00:00:00Z","LastSeen":"2026-06-01T00:00:00Z",
          "Evidence":["namespace one does not exist"],"Repair":"It is made again.","CarriedOut":true}]}
        """);

    // when
    int code = run("orphans");

    // then
    assertThat(code).isZero();
    assertThat(output())
        .contains("missing-namespace  one")
        .contains("since 2026-05-31T00:00:00Z")
        .contains("namespace one does not exist")
        .contains("By policy: It is made again.")
        .contains("1 found, as compared at 2026-06-01T00:00:00Z.")
        .contains("Not looked at: stacks: HELIUM_STATE_DIRECTORY is not set");
  }

  @Test
  void saysWhenNothingWasEverCompared() {
    // given
    api.on("GET /v1/api/orphans", 200, "{\"Directions\":[],\"Unlisted\":0,\"Orphans\":[]}");

    // when
    run("orphans");

    // then
    assertThat(output()).contains("Nothing has been compared yet");
  }

  @Test
  void showsTheWaysIntoAWorkspace() {
    // given
    api.on(
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
    int code = run("get", "one");

    // then
    assertThat(code).isZero();
    assertThat(output())
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
    api.on("GET " + WORKSPACES, 200, "{\"IDs\":[\"two\",\"one\"]}")
        .on("GET " + ONE, 200, workspace("ready", ""))
        .on("GET /v1/api/workspace/two", 404, "{}");

    // when
    int code = run("list");

    // then
    assertThat(code).isZero();
    assertThat(output().lines()).hasSize(2);
    assertThat(output()).contains("one").contains("ready").doesNotContain("two");
  }

  @Test
  void watchesUntilAWorkspaceIsGone() {
    // given
    api.on("GET " + ONE, 200, workspace("creating", "no node yet"))
        .on("GET " + ONE, 200, workspace("creating", "no node yet"))
        .on("GET " + ONE, 200, workspace("deleting", ""))
        .on("GET " + ONE, 404, "{}");

    // when
    int code = run("watch", "one");

    // then
    assertThat(code).isZero();
    assertThat(output().lines().map(line -> line.substring("00:00:00  ".length())))
        .containsExactly("creating: Pod/web Waiting: no node yet", "deleting", "gone");
  }

  @Test
  void watchesHowManyPodsAreReadyAndTakesAnEstimateAloneForNoNews() {
    // given
    String time = DateTimeFormatter.ofPattern("HH:mm:ss").format(AT.atZone(ZoneId.systemDefault()));
    api.on("GET " + ONE, 200, counted("creating", 7, 3))
        .on("GET " + ONE, 200, counted("creating", 7, 4))
        .on("GET " + ONE, 200, counted("ready", 9, 4))
        .on("GET " + ONE, 404, "{}");

    // when
    int code = run("watch", "one");

    // then
    assertThat(code).isZero();
    assertThat(output().lines().map(line -> line.substring("00:00:00  ".length())))
        .containsExactly(
            "creating (7 of 9 pods ready; expected at %s, between %s and %s (from 3 earlier ones))"
                .formatted(time, time, time),
            "ready",
            "gone");
  }

  @Test
  void deletesAndWaitsUntilItIsGone() {
    // given
    api.on("DELETE " + ONE, 202, "{}")
        .on("GET " + ONE, 200, workspace("deleting", ""))
        .on("GET " + ONE, 404, "{}");

    // when
    int code = run("delete", "one", "--wait");

    // then
    assertThat(code).isZero();
    assertThat(output()).contains("gone");
  }

  @Test
  void saysThatAWorkspaceIsUnknownWithoutAStackTrace() {
    assertThat(run("get", "one")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("There is no workspace one.");
  }

  @Test
  void showsTheCauseWhenAskedTo() {
    assertThat(run("--verbose", "get", "one")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("UserException").contains("at dev.");
  }

  @Test
  void saysThatNothingIsStarted() {
    assertThat(run("status")).isEqualTo(1);
    assertThat(output()).contains("./helium up");
    assertThat(run("down")).isZero();
    assertThat(output()).contains("Nothing was running.");
  }

  @Test
  void saysWhichLogsThereAre() {
    assertThat(run("logs", "nonsense")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("kafka").contains("etcd");
  }

  @Test
  void showsTheEndOfALog() throws IOException {
    // given
    Path logs = Files.createDirectories(project.resolve(".helium").resolve("logs"));
    Files.writeString(logs.resolve("kafka.log"), "one\ntwo\nthree\n");

    // when
    int code = run("logs", "kafka", "-n", "2");

    // then
    assertThat(code).isZero();
    assertThat(output().lines()).containsExactly("two", "three");
  }

  @Test
  void refusesAModeThatDoesNotExist() {
    // when
    int code = run(Map.of("HELIUM_MODE", "EVERYTHING"), "up");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("HELIUM_MODE", "EVERYTHING");
  }

  private int run(String... arguments) {
    return run(Map.of("HELIUM_URL", api.address().toString()), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            0,
            false);
    return HeliumCommand.run(
        new CommandContext(console, project, environment, InstantSource.system()), arguments);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
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
