package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.BackendDescription;
import dev.helium.domain.Command;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.BackendLog;
import dev.helium.log.LogSettings;
import dev.helium.wire.Sealing;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class BackendsTest {
  private static final String BACKENDS = "/v1/api/backends";
  private static final String SCHEMA =
      """
      {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "replicas": {"type": "integer", "minimum": 0, "maximum": 20, "default": 1},
          "cpu": {"type": "string", "pattern": "^[0-9]+m$", "description": "CPU such as 100m."},
          "environment": {
            "type": "object",
            "maxProperties": 2,
            "propertyNames": {"pattern": "^[A-Z]+$"},
            "additionalProperties": {"type": ["string", "number"]}
          }
        }
      }
      """;

  private static TestDeployment deployment;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    client = deployment.client;
    Vertx vertx = Vertx.vertx();
    BackendLog backends =
        new BackendLog(vertx, new LogSettings(deployment.bootstrap()), InstantSource.system());
    Futures.await(
        backends.put(
            new BackendDescription(
                "namespace",
                "A namespace.",
                SCHEMA,
                Map.of("K8sNamespace", "Its name."),
                Map.of("small", "{\"replicas\":1}"),
                Map.of("helmVersion", "chart.version"),
                List.of("store", "web"),
                "{\"type\":\"object\"}",
                "# A namespace\n")));
    Futures.await(backends.close());
    Futures.await(vertx.close());
    await().until(() -> client.get(BACKENDS + "/namespace").statusCode() == 200);
  }

  @Test
  void whatTheProvisionerSaysOfItsBackendsIsShown() {
    // given, when
    JsonObject backend = json(client.get(BACKENDS + "/namespace")).getJsonObject("Backend");
    JsonObject all = json(client.get(BACKENDS));
    // then
    assertThat(backend.getString("Summary")).isEqualTo("A namespace.");
    assertThat(backend.getJsonObject("Parameters")).isEqualTo(new JsonObject(SCHEMA));
    assertThat(backend.getJsonObject("Defaults")).isEqualTo(new JsonObject().put("replicas", 1));
    assertThat(backend.getJsonObject("Outputs").getString("K8sNamespace")).isEqualTo("Its name.");
    assertThat(backend.getJsonObject("Profiles").getJsonObject("small").getInteger("replicas"))
        .isEqualTo(1);
    assertThat(backend.getJsonObject("Fields").getString("helmVersion")).isEqualTo("chart.version");
    assertThat(backend.getJsonArray("Ready")).isEqualTo(new JsonArray().add("store").add("web"));
    assertThat(backend.getJsonObject("Infrastructure").getString("type")).isEqualTo("object");
    assertThat(backend.getInteger("DefaultDays")).isEqualTo(1);
    assertThat(backend.getInteger("MaximumDays")).isEqualTo(90);
    // others of this deployment may become ready meanwhile
    backend.remove("TimeToReady");
    all.getJsonArray("Backends").getJsonObject(0).remove("TimeToReady");
    // the page, which is long, only where one is asked for
    assertThat(backend.remove("Page")).isEqualTo("# A namespace\n");
    assertThat(all.getJsonArray("Backends").getJsonObject(0)).isEqualTo(backend);
  }

  @Test
  void aParameterThatIsTakenAwayBreaksNoRule() {
    // given, when
    HttpResponse<String> answer =
        client.post(WORKSPACE, JSON, "{\"parameters\":{\"replicas\":null}}");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  @Test
  void aBackendThatThereIsNotIsUnknownWithTheNearestOneThereIs() {
    // given, when
    HttpResponse<String> answer = client.get(BACKENDS + "/namespce");
    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).getString("detail")).contains("did you mean \"namespace\"?");
  }

  @Test
  void parametersAreTheValuesOfTheBackendHoweverTheyAreSent() throws IOException {
    // given
    JsonObject parameters =
        new JsonObject()
            .put("replicas", 2)
            .put("environment", new JsonObject().put("GREETING", "hello"));
    // when
    client.post(
        WORKSPACE,
        JSON,
        new JsonObject().put("name", "by-json").put("parameters", parameters).encode());
    client.post(
        WORKSPACE,
        FORM,
        "name=by-form&parameters=" + URLEncoder.encode(parameters.encode(), UTF_8));
    client.post(
        WORKSPACE,
        new Multipart()
            .text("name", "by-file")
            .file("parameters", "p.json", "application/json", parameters.encode().getBytes(UTF_8)));
    // then
    Sealing sealing = Sealing.open(deployment.directory.resolve("keys.json"));
    for (String name : new String[] {"by-json", "by-form", "by-file"}) {
      Command.Create create = deployment.provisioner.creates(name).getFirst();
      assertThat(create.uploads().keySet()).containsExactly("valuesYaml");
      byte[] values = sealing.unseal(new WorkspaceId(name), create.uploads().get("valuesYaml"));
      assertThat(new JsonObject(new String(values, UTF_8))).isEqualTo(parameters);
    }
  }

  @Test
  void everyParameterThatBreaksARuleIsNamedAtOnce() {
    // given
    JsonObject parameters =
        new JsonObject()
            .put("replica", 1)
            .put("replicas", 21)
            .put("cpu", "much")
            .put("environment", new JsonObject().put("lower", 1).put("A", true).put("B", "b"));
    // when
    HttpResponse<String> answer =
        client.post(
            WORKSPACE,
            JSON,
            new JsonObject()
                .put("name", "-")
                .put("parameters", parameters)
                .put("labels", new JsonObject().put("helium.dev/x", "y"))
                .encode());
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(errors(answer))
        .anySatisfy(error -> assertThat(error).startsWith("name: "))
        .anySatisfy(error -> assertThat(error).startsWith("labels.helium.dev/x: "))
        .contains(
            "parameters.replica: is not known; did you mean \"replicas\"?",
            "parameters.replicas: must be at least 0 and at most 20",
            "parameters.cpu: does not fit: CPU such as 100m.",
            "parameters.environment: must have at most 2 entries",
            "parameters.environment.lower: has a name that is not taken here",
            "parameters.environment.A: must be text or a number")
        .hasSize(8);
  }

  @Test
  void parametersAndAValuesFileTogetherAreRefused() {
    // given, when
    HttpResponse<String> answer =
        client.post(WORKSPACE, JSON, "{\"parameters\":{},\"valuesYaml\":\"a: 1\"}");
    // then
    assertThat(errors(answer))
        .containsExactly("parameters: cannot be given together with valuesYaml");
  }

  @Test
  void whatIsNoObjectIsNoParameters() {
    assertThat(errors(client.post(WORKSPACE, FORM, "parameters=x")))
        .containsExactly("parameters: must be a JSON object");
    assertThat(client.post(WORKSPACE, JSON, "{\"parameters\":[]}").statusCode()).isEqualTo(422);
    assertThat(client.post(WORKSPACE, FORM, "parameters=").statusCode()).isEqualTo(202);
  }

  @Test
  void labelsCanBeWrittenInEveryWayThatABodyHas() {
    // given
    Map<String, Object> labels = Map.of("team", "blue", "example.com/tier", "");
    String pairs = "team=blue,example.com/tier=";
    // when
    client.post(
        WORKSPACE + "?wait=decided",
        JSON,
        new JsonObject().put("name", "l-json").put("labels", new JsonObject(labels)).encode());
    client.post(
        WORKSPACE + "?wait=decided", new Multipart().text("name", "l-form").text("labels", pairs));
    client.post(
        WORKSPACE + "?wait=decided",
        FORM,
        "name=l-text&labels=" + URLEncoder.encode(new JsonObject(labels).encode(), UTF_8));
    // then
    for (String name : new String[] {"l-json", "l-form", "l-text"}) {
      assertThat(labels(name)).isEqualTo(new JsonObject(labels));
    }
    // when an update says nothing about them, others, none
    client.post(WORKSPACE + "?wait=decided", FORM, "name=l-json&helmVersion=2");
    client.post(WORKSPACE + "?wait=decided", FORM, "name=l-form&labels=team%3Dred");
    client.post(WORKSPACE + "?wait=decided", FORM, "name=l-text&labels=%7B%7D");
    // then
    assertThat(labels("l-json")).isEqualTo(new JsonObject(labels));
    assertThat(labels("l-form")).isEqualTo(new JsonObject().put("team", "red"));
    assertThat(labels("l-text")).isEqualTo(new JsonObject());
  }

  private static JsonObject labels(String name) {
    return Client.workspace(client.get(WORKSPACE + "/" + name)).getJsonObject("Labels");
  }
}
