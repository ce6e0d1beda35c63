package dev.helium.gateway.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.helium.domain.CommandId;
import dev.helium.domain.Connection;
import dev.helium.domain.Connection.Kind;
import dev.helium.domain.Connection.Scheme;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.WorkspaceView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFactsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final Connection WEB =
      new Connection(Kind.LINK, "Service/web", "http", Scheme.HTTP, "10.0.0.1", 80, "/", "");
  private static final Connection CONSOLE = link("Service/z", "console", "login");
  private static final Connection NOTEBOOKS = link("Ingress/a", "notebooks", "login");
  private static final Connection DATABASE =
      new Connection(
          Kind.INSIDE, "Service/db", "db", Scheme.TCP, "db.blue.svc", 5432, "", "db-login");

  @Test
  void theLinkNamedConsoleIsTheConsoleAndElseTheFirst() {
    assertThat(json(Map.of(), WEB, CONSOLE, NOTEBOOKS).getString("ConsoleURL"))
        .isEqualTo("https://z.example");
    assertThat(json(Map.of(), NOTEBOOKS, WEB).getString("ConsoleURL")).isEqualTo("http://10.0.0.1");
    assertThat(json(Map.of(), NOTEBOOKS, DATABASE).getString("ConsoleURL")).isEmpty();
    assertThat(json(Map.of(), NOTEBOOKS).getString("NotebooksURL")).isEqualTo("https://a.example");
  }

  @Test
  void whatTheBackendSaysCountsBeforeWhatIsSeen() {
    // given
    Map<String, String> outputs =
        Map.of(
            "ConsoleURL",
            "https://said.example/?tab=1",
            "NotebooksURL",
            "https://jh.example",
            "PachdIp",
            "203.0.113.7",
            "Pachctl",
            "pachctl connect",
            "K8s",
            "gcloud connect",
            "GCSBucket",
            "bucket");
    // when
    JsonObject json =
        json(outputs, CONSOLE, NOTEBOOKS, pachd("Service/pachd", "api-grpc-port", Scheme.GRPC));
    // then
    outputs.forEach((name, value) -> assertThat(json.getString(name)).isEqualTo(value));
  }

  @Test
  void plainLinksOfTheBackendAreWaysInToo() {
    // given
    Map<String, String> outputs =
        Map.of("ConsoleURL", "https://z.example/", "NotebooksURL", "https://jh.example:8443");
    // when
    JsonArray connections = json(outputs, CONSOLE).getJsonArray("Connections");
    // then
    assertThat(connections.stream().map(JsonObject.class::cast))
        .extracting(way -> way.getString("Name"), way -> way.getString("URL"))
        .containsExactly(
            tuple("notebooks", "https://jh.example:8443"), tuple("console", "https://z.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user@z.example/",
        "javascript:alert(1)",
        "https://z.example/?a=b",
        "https://z.example/$(ls)",
        "z.example",
        "https://127.1/",
        "https://z.example:99999/",
        " "
      })
  void noOtherLinkOfTheBackendIs(String url) {
    assertThat(json(Map.of("ConsoleURL", url)).getJsonArray("Connections")).isEmpty();
  }

  @Test
  void everyWayInIsListedWithWhatItTakes() {
    assertThat(json(Map.of(), DATABASE).getJsonArray("Connections").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("Kind", "inside")
                .put("Name", "db")
                .put("Object", "Service/db")
                .put("Scheme", "tcp")
                .put("Host", "db.blue.svc")
                .put("Port", 5432)
                .put("URL", "")
                .put("Command", "kubectl --namespace blue port-forward service/db 5432:5432")
                .put("Credentials", "db-login"));
  }

  @Test
  void secretsAreNamedOnceEach() {
    assertThat(json(Map.of(), CONSOLE, NOTEBOOKS, DATABASE, WEB).getJsonArray("CredentialSecrets"))
        .containsExactly("db-login", "login");
  }

  @Test
  void pachctlConnectsToTheLoadBalancerOfPachdInTheWordsOfTheOriginal() {
    // given
    Connection storage = pachd("Service/pachd-lb", "s3gateway-port", Scheme.TCP);
    Connection grpc =
        new Connection(
            Kind.ADDRESS,
            "Service/pachd-lb",
            "api-grpc-port",
            Scheme.GRPC,
            "34.138.177.35",
            30_651,
            "",
            "");
    // when
    JsonObject json = json(Map.of(), storage, grpc, WEB);
    // then
    assertThat(json.getString("PachdIp")).isEqualTo("34.138.177.35");
    assertThat(json.getString("Pachctl"))
        .isEqualTo(
            "echo '{\"pachd_address\": \"grpc://34.138.177.35:30651\", \"source\": 2}' | tr -d \\ |"
                + " pachctl config set context blue --overwrite"
                + " && pachctl config set active-context blue");
  }

  @Test
  void anEncryptedPachdIsReachedAsSuchUnderWhateverNameItHas() {
    // given
    Connection proxy =
        new Connection(
            Kind.LINK, "Service/proxy", "pachd", Scheme.HTTPS, "2001:db8::1", 443, "/", "");
    // then
    assertThat(json(Map.of(), proxy).getString("Pachctl"))
        .contains("\"grpcs://[2001:db8::1]:443\"");
  }

  @Test
  void withoutPachdThereIsNoCommandForIt() {
    JsonObject json = json(Map.of(), WEB, DATABASE);
    assertThat(json.getString("Pachctl")).isEmpty();
    assertThat(json.getString("PachdIp")).isEmpty();
  }

  @Test
  void theCommandForPachctlHandsItWhatItWants(@TempDir Path directory)
      throws IOException, InterruptedException {
    // given a program in the place of pachctl that notes what it is given
    Path program = directory.resolve("pachctl");
    Files.writeString(
        program, "#!/bin/sh\necho \"$@\" >> notes\n[ \"$3\" != context ] || cat >> notes\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    // when
    run(
        directory,
        "PATH=\"$PWD:$PATH\"; "
            + json(Map.of(), pachd("Service/pachd", "api-grpc-port", Scheme.GRPC))
                .getString("Pachctl"));
    // then
    assertThat(Files.readAllLines(directory.resolve("notes")))
        .containsExactly(
            "config set context blue --overwrite",
            "{\"pachd_address\":\"grpc://10.0.0.5:30650\",\"source\":2}",
            "config set active-context blue");
  }

  @Test
  void kubectlIsTurnedToTheNamespace(@TempDir Path directory)
      throws IOException, InterruptedException {
    // given
    assumeTrue(isOnThePath("kubectl"), "kubectl is not on the path");
    Files.writeString(
        directory.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        current-context: here
        contexts: [{name: here, context: {cluster: one, user: me}}]
        clusters: [{name: one, cluster: {server: "https://127.0.0.1:1"}}]
        users: [{name: me, user: {}}]
        """);
    // when
    String printed =
        run(
            directory,
            "export KUBECONFIG=\"$PWD/kubeconfig\"; "
                + json(Map.of("K8sNamespace", "blue-space")).getString("K8s")
                + " && kubectl config view --minify --output 'jsonpath={..namespace}'");
    // then
    assertThat(printed).endsWith("blue-space");
  }

  @Test
  void kubectlIsTurnedToNothingThatIsNotKnownOrIsNoName() {
    assertThat(json(Map.of()).getString("K8s")).isEmpty();
    assertThat(json(Map.of("K8sNamespace", "a;reboot")).getString("K8s")).isEmpty();
    assertThat(json(Map.of("K8sNamespace", "-A")).getString("K8s")).isEmpty();
  }

  @Test
  void theCommandForKubectlIsAsItIsSetUpButOnlyWhereThatClusterIs() {
    // given
    KubeconfigCommand command =
        new KubeconfigCommand("connect {id} --namespace={namespace} ${HOME}");
    Map<String, String> outputs = Map.of("K8sNamespace", "space");
    // then
    assertThat(new WorkspaceJson(command).of(view(outputs, Map.of())).getString("K8s"))
        .isEqualTo("connect blue --namespace=space ${HOME}");
    assertThat(
            new WorkspaceJson(command)
                .of(view(outputs, Map.of("clusterStack", "other")))
                .getString("K8s"))
        .isEmpty();
  }

  private static String run(Path directory, String command)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    int code =
        new ProcessBuilder("sh", "-c", command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }

  private static boolean isOnThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Connection link(String object, String name, String credentials) {
    String host = object.substring(object.indexOf('/') + 1) + ".example";
    return new Connection(Kind.LINK, object, name, Scheme.HTTPS, host, 443, "/", credentials);
  }

  private static Connection pachd(String object, String name, Scheme scheme) {
    return new Connection(Kind.ADDRESS, object, name, scheme, "10.0.0.5", 30_650, "", "");
  }

  private static JsonObject json(Map<String, String> outputs, Connection... connections) {
    return new WorkspaceJson(new KubeconfigCommand(KubeconfigCommand.DEFAULT))
        .of(view(outputs, Map.of(), connections));
  }

  private static WorkspaceView view(
      Map<String, String> outputs, Map<String, String> parameters, Connection... connections) {
    Workspace workspace =
        new Workspace(
            new WorkspaceId("blue"),
            1,
            new WorkspaceSpec("namespace", parameters, Map.of()),
            "ann",
            NOW,
            NOW.plusSeconds(60),
            new Lifecycle.Provisioned(1, outputs),
            1,
            new CommandId("c-1"),
            1,
            List.of());
    return new WorkspaceView(
        workspace,
        new Readiness.Ready(),
        true,
        Map.of(),
        Connection.kept(List.of(connections)),
        1,
        NOW,
        WorkspaceView.absent(workspace.id()).timeline());
  }
}
