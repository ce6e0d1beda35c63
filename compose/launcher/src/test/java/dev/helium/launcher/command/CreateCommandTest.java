package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.launcher.stub.StubApi;
import dev.helium.launcher.stub.TypedCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CreateCommandTest {
  private static final String CREATE = "POST /v1/api/workspace";
  private static final String BACKENDS = "GET /v1/api/backends";
  private static final String ONE = "GET /v1/api/workspace/one";
  private static final String NAMESPACE =
      """
      {"Name":"namespace","Summary":"A namespace.","Defaults":{},"Outputs":{},
       "Parameters":{"type":"object","properties":{
        "replicas":{"type":"integer"},"image":{"type":"string"},
        "environment":{"type":"object","additionalProperties":{"type":"string"}}}}}
      """;

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @BeforeEach
  void answer() {
    typed.api().on(CREATE, 202, "{\"ID\":\"one\",\"Status\":\"creating\"}");
  }

  @Test
  void sendsEveryFieldOfTheApi() throws IOException {
    // when
    int code =
        typed.run(
            "create",
            "one",
            "--expiry",
            "2030-01-01",
            "--cluster",
            "big",
            "--label",
            "team=blue",
            "--label",
            "stage=test",
            "-p",
            "pachdVersion=2.8.1",
            "-p",
            "disableNotebooks=true");

    // then
    assertThat(code).isZero();
    assertThat(sent())
        .isEqualTo(
            tree(
                """
                {"name":"one","expiry":"2030-01-01","clusterStack":"big",
                 "labels":"team=blue,stage=test","pachdVersion":"2.8.1",
                 "disableNotebooks":"true"}
                """));
  }

  @Test
  void valuesAreWhatTheirBackendTakes() throws IOException {
    // given
    backends(NAMESPACE);

    // when
    int code =
        typed.run(
            "create",
            "one",
            "--set",
            "replicas=2",
            "--set",
            "image=8",
            "--set",
            "environment.MODE=3");

    // then
    assertThat(code).isZero();
    assertThat(tree(sent().path("parameters").asText()))
        .isEqualTo(tree("{\"replicas\":2,\"image\":\"8\",\"environment\":{\"MODE\":\"3\"}}"));
  }

  @Test
  void valuesNeedABackendWhereThereAreSeveral() {
    // given
    backends(NAMESPACE + "," + NAMESPACE.replace("\"namespace\"", "\"other\""));

    // when, then
    assertThat(typed.run("create", "one", "--set", "replicas=2")).isEqualTo(2);
    assertThat(typed.errors())
        .contains("--set needs --backend, as there are several: namespace, other.");
    assertThat(typed.run("create", "one", "--backend", "other", "--set", "replicas=2")).isZero();
  }

  @Test
  void ofABackendThatNobodyKnowsTheServerHasTheWord() throws IOException {
    // given
    backends(NAMESPACE);

    // when
    typed.run("create", "one", "--backend", "namespcae", "--set", "replicas=2");

    // then
    assertThat(sent().path("backend").asText()).isEqualTo("namespcae");
  }

  @Test
  void filesAreSentAsTheyAre() throws IOException {
    // given
    Path values = Files.writeString(typed.project().resolve("values.yaml"), "replicas: 2\n");
    Path infra = Files.writeString(typed.project().resolve("infra.json"), "{\"a\":1}");
    Path chart = Files.writeString(typed.project().resolve("web-1.2.3.tgz"), "an archive");

    // when
    int code =
        typed.run(
            "create",
            "one",
            "--values",
            values.toString(),
            "--infra",
            infra.toString(),
            "--chart",
            chart.toString());

    // then
    assertThat(code).isZero();
    assertThat(lastBody())
        .contains("name=\"valuesYaml\"; filename=\"values.yaml\"")
        .contains("replicas: 2\n")
        .contains("name=\"infraJson\"; filename=\"infra.json\"")
        .contains("{\"a\":1}")
        .contains("name=\"chart\"; filename=\"web-1.2.3.tgz\"")
        .contains("an archive");
  }

  @Test
  void nothingIsSaidTwice() {
    // when, then
    assertThat(typed.run("create", "one", "-p", "name=two")).isEqualTo(2);
    assertThat(typed.errors()).contains("-p name says again what another option says.");
    assertThat(typed.run("create", "one", "--values", "x", "--set", "a=b")).isEqualTo(2);
    assertThat(typed.errors()).contains("--set cannot be given together with --values");
    assertThat(typed.run("create", "one", "--values", "missing.yaml")).isEqualTo(2);
    assertThat(typed.errors()).contains("There is no readable file missing.yaml.");
  }

  @Test
  void aWrongNameGetsTheServersWords() {
    // given
    typed
        .api()
        .on(
            "POST /v1/api/workspace",
            422,
            """
            {"type":"urn:helium:problem:invalid","title":"The request breaks rules","status":422,
             "detail":"x","errors":[{"field":"pachdVerison",
              "rule":"is not a field; did you mean \\"pachdVersion\\"?"}]}
            """);
    typed.run("create", "one");

    // when
    int code = typed.run("create", "one", "-p", "pachdVerison=2");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(typed.errors())
        .contains("pachdVerison is not a field; did you mean \"pachdVersion\"?");
  }

  @Test
  void aNameBehindWaitIsTheNameOfTheWorkspace() throws IOException {
    // given
    typed.api().on(ONE, 200, "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"ready\"}}");

    // when
    int code = typed.run("create", "--wait", "one");

    // then
    assertThat(code).isZero();
    assertThat(tree(typed.api().asked().getFirst().body())).isEqualTo(tree("{\"name\":\"one\"}"));
    assertThat(typed.output()).contains("✓ one");
  }

  @Test
  void theServerSaysWhetherItIsDecided() {
    // when
    int code = typed.run("create", "one", "--wait=decided", "--timeout", "20");

    // then
    assertThat(code).isZero();
    assertThat(typed.api().asked().getFirst().request())
        .isEqualTo("POST /v1/api/workspace?wait=decided&timeout=20");
    assertThat(typed.run("create", "one", "--wait=soon")).isEqualTo(2);
    assertThat(typed.errors()).contains("must be decided or ready, and not 'soon'");
  }

  @Test
  void whatIsNotDecidedInTimeFails() {
    // given
    typed.api().on(CREATE, 202, "{\"ID\":\"one\",\"Status\":\"pending\"}");
    typed.run("create", "one");

    // when
    int code = typed.run("create", "one", "--wait=decided");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(typed.errors()).contains("one is not decided yet");
  }

  @Test
  void aProgramThatWaitsIsToldTheWorkspaceAsItIsThen() throws IOException {
    // given
    typed
        .api()
        .on(ONE, 200, "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"creating\"}}")
        .on(ONE, 200, "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"failed\",\"Message\":\"no\"}}");

    // when
    int code = typed.run("create", "one", "--wait", "-o", "json");

    // then
    assertThat(code).isEqualTo(1);
    assertThat(tree(typed.output()))
        .isEqualTo(
            tree(
                """
                {"ID":"one","Status":"failed",
                 "Workspace":{"ID":"one","Status":"failed","Message":"no"}}
                """));
  }

  private void backends(String list) {
    typed.api().on(BACKENDS, 200, "{\"Backends\":[" + list + "]}");
  }

  private JsonNode sent() throws IOException {
    return tree(lastBody());
  }

  private String lastBody() {
    return typed.api().asked().stream()
        .filter(asked -> asked.request().startsWith(CREATE))
        .map(StubApi.Asked::body)
        .toList()
        .getLast();
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}
