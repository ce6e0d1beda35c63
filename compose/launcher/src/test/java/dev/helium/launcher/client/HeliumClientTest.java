package dev.helium.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stub.StubService;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeliumClientTest {
  /** What the server was sent. */
  private record Received(String method, String path, String token, String type, String body) {}

  @TempDir Path directory;
  private final AtomicReference<Received> received = new AtomicReference<>();
  private HttpServer server;
  private HeliumClient client;
  private int status = 200;
  private String answer = "{}";
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void startAServer() throws IOException {
    server = StubService.server(0);
    server.createContext("/", this::answer);
    server.start();
    client =
        new HeliumClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "word");
  }

  @AfterEach
  void stopTheServer() {
    client.close();
    server.stop(0);
  }

  @Test
  void asksWithTheTokenForWhatWasSaid() {
    // given
    status = 202;
    answer = "{\"ID\":\"one\",\"Status\":\"creating\"}";

    // when
    Answer<WorkspaceState> accepted =
        client.create(
            CreateRequest.of(Map.of("name", "one", "expiry", "2030-01-01", "backend", "")));

    // then
    assertThat(accepted.content().id()).isEqualTo("one");
    assertThat(accepted.content().status()).isEqualTo("creating");
    assertThat(accepted.document()).hasToString(answer);
    assertThat(received.get())
        .isEqualTo(
            new Received(
                "POST",
                "/v1/api/workspace",
                "Bearer word",
                "application/json",
                "{\"expiry\":\"2030-01-01\",\"name\":\"one\"}"));
  }

  @Test
  void sendsAFileAsAForm() throws IOException {
    // given
    Path values = Files.writeString(directory.resolve("values.yaml"), "replicas: 2\n");

    // when
    client.create(
        new CreateRequest(
            Map.of("name", "one", "backend", "namespace"), Map.of("valuesYaml", values), ""));

    // then
    assertThat(received.get().type()).startsWith("multipart/form-data; boundary=");
    assertThat(received.get().body())
        .contains("name=\"backend\"\r\n\r\nnamespace\r\n")
        .contains("name=\"valuesYaml\"; filename=\"values.yaml\"")
        .contains("\r\n\r\nreplicas: 2\n\r\n--")
        .endsWith("--\r\n");
  }

  @Test
  void readsAWorkspaceWithItsReasons() {
    // given
    answer =
        """
        {"Workspace":{"ID":"one","Status":"failed","K8sNamespace":"one","ConsoleURL":"",
         "Reasons":[{"Object":"Pod/web-1","Code":"ImagePullBackOff","Message":"no such image"}]}}
        """;

    // when
    WorkspaceState state = client.find("one").orElseThrow().content();

    // then
    assertThat(state.status()).isEqualTo(WorkspaceState.FAILED);
    assertThat(state.reasons()).containsExactly("Pod/web-1 ImagePullBackOff: no such image");
    assertThat(state.facts()).containsOnlyKeys("K8sNamespace");
  }

  @Test
  void showsAnOutputThatHasNoFieldOfItsOwn() {
    // given
    answer =
        """
        {"Workspace":{"ID":"one","Status":"ready","K8sNamespace":"one",
         "Outputs":{"ClusterServer":"https://10.0.0.1:6443","K8sNamespace":"one"}}}
        """;

    // when
    WorkspaceState state = client.find("one").orElseThrow().content();

    // then
    assertThat(state.facts())
        .containsEntry("ClusterServer", "https://10.0.0.1:6443")
        .containsOnlyKeys("K8sNamespace", "ClusterServer");
  }

  @Test
  void asksForMoreTimeInTheWordsOfWhoeverAsks() {
    // given
    status = 202;

    // when
    client.change("one", "extend", Map.of("expiry", "2030-01-01", "why", "the demo moved"));

    // then
    assertThat(received.get())
        .isEqualTo(
            new Received(
                "POST",
                "/v1/api/workspace/one/extend",
                "Bearer word",
                "application/json",
                "{\"expiry\":\"2030-01-01\",\"why\":\"the demo moved\"}"));
  }

  @Test
  void saysOnlyWhatThereIsToSay() {
    // given
    status = 202;

    // when
    client.change("one", "protect", Map.of("until", "", "why", "the demo"));

    // then
    assertThat(received.get())
        .isEqualTo(
            new Received(
                "POST",
                "/v1/api/workspace/one/protect",
                "Bearer word",
                "application/json",
                "{\"why\":\"the demo\"}"));
  }

  @Test
  void showsWhoProtectsItAndThatItsEndIsNear() {
    // given
    answer =
        """
        {"Workspace":{"ID":"one","Status":"ready",
          "Protection":{"Until":"2030-01-02T00:00:00Z","By":"ada","Why":"the demo"},
          "ExpiringSoon":{"At":"2030-01-02T00:00:00Z","Lead":"PT1H","Extend":"/x"}}}
        """;

    // when
    WorkspaceState state = client.find("one").orElseThrow().content();

    // then
    assertThat(state.fact("Protection")).isEqualTo("until 2030-01-02T00:00:00Z by ada: the demo");
    assertThat(state.fact("ExpiringSoon"))
        .isEqualTo("at 2030-01-02T00:00:00Z; ./helium extend lets it live longer");
  }

  @Test
  void findsNothingWhereThereIsNoWorkspace() {
    // given
    status = 404;

    // then
    assertThat(client.find("one")).isEmpty();
  }

  @Test
  void saysWhatTheServerRefusedFieldByField() {
    // given
    status = 422;
    answer =
        """
        {"type":"about:blank","title":"The request breaks a rule","status":422,
         "detail":"2 fields are wrong",
         "errors":[{"field":"name","rule":"must have 3 to 63 characters"},
                   {"field":"expiry","rule":"must be a date"}]}
        """;

    // when
    assertThatThrownBy(() -> client.create(CreateRequest.of(Map.of("name", "x"))))

        // then
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            """
            The request breaks a rule:
              name must have 3 to 63 characters
              expiry must be a date\
            """
                .replace("\n", System.lineSeparator()));
  }

  @Test
  void saysInTheServersWordsWhyARequestWasRefused() {
    // given
    status = 409;
    answer = "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"one is being deleted.\"}";

    // when
    assertThatThrownBy(() -> client.delete("one"))

        // then
        .isInstanceOf(ProblemException.class)
        .hasMessage("one is being deleted.");
  }

  @Test
  void saysTheNumberOfARefusalWithoutADocument() {
    // given
    status = 502;
    answer = "<html>";

    // when
    assertThatThrownBy(client::names)

        // then
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                assertThat(refusal.problem().document())
                    .contains("about:blank")
                    .contains("\"status\" : 502"))
        .hasMessage("The server answered 502.");
  }

  @Test
  void saysThatSomethingElseAnswers() {
    // given
    answer = "<html>";

    // when
    assertThatThrownBy(client::names)

        // then
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith(" is no Helium.");
  }

  @Test
  void followsNobodyElsewhere() {
    // given
    status = 301;

    // when
    assertThatThrownBy(client::names)

        // then
        .isInstanceOf(ProblemException.class)
        .hasMessage("The server answered 301.");
  }

  @Test
  void makesOneDocumentOfAllPages() {
    // given
    answers.add(
        "{\"Expiries\":[{\"ID\":\"a\"},{\"ID\":\"b\"}],\"Count\":4,\"Next\":\"/v1/api/expiries?p\"}");
    answers.add(
        "{\"Expiries\":[{\"ID\":\"c\"},{\"ID\":\"d\"}],\"Count\":4,\"Next\":\"/v1/api/expiries?q\"}");

    // when
    Answer<PlannedEndPage> ends = client.expiries(Optional.empty(), 4);

    // then
    assertThat(ends.document())
        .hasToString(
            "{\"Expiries\":[{\"ID\":\"a\"},{\"ID\":\"b\"},{\"ID\":\"c\"},{\"ID\":\"d\"}],"
                + "\"Count\":4,\"Next\":\"/v1/api/expiries?q\"}");
    assertThat(ends.content().ends())
        .extracting(PlannedEnd::workspace)
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void doesNotSayWhereMoreIsWhenItLeavesOutSomeOfAPage() {
    // given
    answers.add(
        "{\"Expiries\":[{\"ID\":\"a\"},{\"ID\":\"b\"}],\"Count\":4,\"Next\":\"/v1/api/expiries?p\"}");

    // when
    Answer<PlannedEndPage> ends = client.expiries(Optional.empty(), 1);

    // then
    assertThat(ends.document()).hasToString("{\"Expiries\":[{\"ID\":\"a\"}],\"Count\":4}");
  }

  @Test
  void saysHowToStartAServerThatIsNotThere() {
    // given
    server.stop(0);

    // when
    assertThatThrownBy(client::names)

        // then
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> assertThat(failure.code()).isEqualTo(ExitCode.UNREACHABLE))
        .hasMessageContaining("./helium up");
  }

  @Test
  void saysWhichFileIsMissing() {
    // given
    Path missing = directory.resolve("missing.yaml");

    // when
    assertThatThrownBy(
            () -> client.create(new CreateRequest(Map.of(), Map.of("infraJson", missing), "")))

        // then
        .isInstanceOf(UserException.class)
        .hasMessageContaining(missing.toString());
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.set(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    StubService.answer(exchange, status, answers.isEmpty() ? answer : answers.remove());
  }
}
