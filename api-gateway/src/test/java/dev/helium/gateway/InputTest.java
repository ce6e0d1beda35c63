package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is refused before the log is asked; there is none here. */
@ExtendWith(GatewayWithoutLog.class)
class InputTest {
  private static final int LARGEST_FILE = 256 * 1024;
  private static final int LARGEST_ARCHIVE = 768 * 1024;

  private static Client client;

  @BeforeAll
  static void start(TestGateway shared) {
    client = shared.client();
  }

  @Test
  void aParameterThatTheOperationDoesNotHaveIsRefusedByName() {
    // when
    HttpResponse<String> answer = client.get(WORKSPACE + "/demo/events?limt=3&colour=blue");
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "limt: is not a parameter; did you mean \"limit\"?",
            "colour: is not a parameter; there are after, limit");
    assertThat(errors(client.get("/v1/api/orphans?page=2")))
        .containsExactly("page: is not a parameter; there are none");
  }

  @Test
  void everyBrokenRuleIsNamedAtOnce() {
    // given
    String body =
        new JsonObject()
            .put("name", "Bad_Name")
            .put("expiry", "tomorrow")
            .put("helmversion", "1")
            .put("colour", "blue")
            .put("cleanupOnFail", "perhaps")
            .put("consoleVersion", 3)
            .put("pachdVersion", "x".repeat(257))
            .put("clusterStack", "a\nb")
            .put("infraJson", "[1]")
            .encode();
    // when
    HttpResponse<String> answer = client.post(WORKSPACE + "?wait=long&timeout=301", JSON, body);
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "name: must have 3 to 63 characters a-z, 0-9 or '-', and begin and end with a letter"
                + " or digit",
            "expiry: must be a date such as 2026-02-22, or an instant such as"
                + " 2026-02-22T15:04:05Z",
            "helmversion: is not a field; did you mean \"helmVersion\"?",
            "colour: is not a field; there are name, expiry, pachdVersion, consoleVersion,"
                + " notebooksVersion, mountServerVersion, helmVersion, disableNotebooks, backend,"
                + " clusterStack, cleanupOnFail, valuesYaml, infraJson, parameters, chart, labels",
            "cleanupOnFail: must be true or false",
            "consoleVersion: must be text",
            "pachdVersion: must have at most 256 characters",
            "clusterStack: must have no control characters",
            "infraJson: must be a JSON object",
            "wait: must be decided or ready",
            "timeout: must be a whole number of seconds from 1 to 300");
  }

  @Test
  void aProblemNamesTheTraceThatItsRequestIsPartOf() {
    // given
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String parent = "00-" + trace + "-00f067aa0ba902b7-01";
    // when
    HttpResponse<String> traced =
        client.send(client.request(WORKSPACE + "/Bad_Name").header("traceparent", parent).GET());
    HttpResponse<String> nonsense =
        client.send(client.request(WORKSPACE + "/Bad_Name").header("traceparent", "00-1").GET());
    // then
    assertThat(json(traced).getString("trace")).isEqualTo(trace);
    assertThat(json(nonsense).containsKey("trace")).isFalse();
  }

  @Test
  void aProblemSaysWhatItIs() {
    // given, when
    JsonObject problem = json(client.post(WORKSPACE, FORM, "name=x"));
    // then
    assertThat(problem.getString("type")).isEqualTo("urn:helium:problem:invalid");
    assertThat(problem.getString("title")).isEqualTo("The request breaks rules");
    assertThat(problem.getInteger("status")).isEqualTo(422);
    assertThat(problem.getString("detail")).isNotEmpty();
  }

  @Test
  void aDateThatThereIsNotIsRefused() {
    // given, when, then
    assertThat(errors(client.post(WORKSPACE, FORM, "expiry=2026-02-30"))).hasSize(1);
    assertThat(errors(client.post(WORKSPACE, FORM, "expiry=2026-02-03T04:05"))).hasSize(1);
  }

  @Test
  void aFieldGivenTwiceIsRefused() {
    // given
    Multipart form = new Multipart().text("name", "one-name").text("name", "two-name");
    // when, then
    assertThat(errors(client.post(WORKSPACE, form))).containsExactly("name: must be given once");
  }

  @Test
  void aFileForATextIsRefused() {
    // given
    Multipart form = new Multipart().file("name", "name.txt", "text/plain", "abc".getBytes(UTF_8));
    // when, then
    assertThat(errors(client.post(WORKSPACE, form)))
        .containsExactly("name: must be text and not a file");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedByName() {
    // given
    Multipart form =
        new Multipart()
            .text("name", "Bad")
            .file("valuesYaml", "v.yaml", "text/plain", new byte[LARGEST_FILE + 1]);
    // when
    HttpResponse<String> answer = client.post(WORKSPACE, form);
    // then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(errors(answer)).hasSize(2).contains("valuesYaml: is larger than allowed");
  }

  @Test
  void anArchiveOfAChartHasToBeAFileAndMayBeLarger() {
    // given
    Multipart fitting =
        new Multipart()
            .text("name", "Bad")
            .file("chart", "web.tgz", "application/gzip", new byte[LARGEST_ARCHIVE]);
    Multipart larger =
        new Multipart().file("chart", "web.tgz", "application/gzip", new byte[LARGEST_ARCHIVE + 1]);
    // when, then
    assertThat(errors(client.post(WORKSPACE, fitting))).hasSize(1);
    assertThat(client.post(WORKSPACE, larger).statusCode()).isEqualTo(413);
    assertThat(errors(client.post(WORKSPACE, JSON, new JsonObject().put("chart", "web").encode())))
        .containsExactly("chart: must be a file in a form");
  }

  @Test
  void aTextThatIsTooLargeIsRefused() {
    // given
    String large = "x".repeat(LARGEST_FILE + 1);
    Multipart form = new Multipart().text("valuesYaml", large);
    // when, then
    assertThat(client.post(WORKSPACE, form).statusCode()).isEqualTo(413);
    assertThat(client.post(WORKSPACE, FORM, "valuesYaml=" + large).statusCode()).isEqualTo(413);
    assertThat(
            client
                .post(WORKSPACE, JSON, new JsonObject().put("valuesYaml", large).encode())
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    // given
    byte[] large = new byte[1024 * 1024 + 1];
    byte[] huge = new byte[20 * 1024 * 1024];
    // when, then
    assertThat(client.post(WORKSPACE, JSON, huge).statusCode()).isEqualTo(413);
    assertThat(client.postInChunks(WORKSPACE, JSON, huge).statusCode()).isEqualTo(413);
    assertThat(client.post(WORKSPACE, JSON, large).statusCode()).isEqualTo(413);
    assertThat(client.postInChunks(WORKSPACE, JSON, large).statusCode()).isEqualTo(413);
    assertThat(
            client
                .post(WORKSPACE, new Multipart().file("valuesYaml", "v", "text/plain", large))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void tooManyFieldsAreRefused() {
    // given
    String many =
        IntStream.range(0, 70)
            .mapToObj(index -> "f" + index + "=1")
            .collect(Collectors.joining("&"));
    JsonObject members = new JsonObject();
    Multipart texts = new Multipart();
    Multipart files = new Multipart();
    for (int index = 0; index < 70; index++) {
      members.put("f" + index, "1");
      texts.text("f" + index, "1");
      files.file("f" + index, "f", "text/plain", new byte[] {1});
    }
    // when, then
    assertThat(client.post(WORKSPACE, FORM, many).statusCode()).isEqualTo(413);
    assertThat(client.post(WORKSPACE, JSON, members.encode()).statusCode()).isEqualTo(413);
    assertThat(client.post(WORKSPACE, texts).statusCode()).isEqualTo(413);
    assertThat(client.post(WORKSPACE, files).statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyThatIsNotWhatItSaysIsRefused() {
    // given, when, then
    assertThat(client.post(WORKSPACE, JSON, "{\"name\":").statusCode()).isEqualTo(400);
    assertThat(client.post(WORKSPACE, JSON, "[]").statusCode()).isEqualTo(400);
    assertThat(client.post(WORKSPACE, JSON, "null").statusCode()).isEqualTo(400);
    assertThat(client.post(WORKSPACE, JSON, "{\"name\":\"a\"} x").statusCode()).isEqualTo(400);
    assertThat(client.post(WORKSPACE, "multipart/form-data", "name=a").statusCode()).isEqualTo(400);
    assertThat(client.post(WORKSPACE, FORM, "name=%zz").statusCode()).isEqualTo(400);
  }

  @Test
  void aFormThatBreaksOffIsRefused() {
    // given
    Multipart form = new Multipart().text("helmVersion", "1").text("name", "a-name");
    byte[] part = Arrays.copyOf(form.bytes(), form.bytes().length - 40);
    // when, then
    assertThat(client.post(WORKSPACE, form.mediaType(), part).statusCode()).isEqualTo(400);
    assertThat(client.post(WORKSPACE, "multipart/form-data; boundary=x", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aMediaTypeThatIsNotKnownIsRefused() {
    // given, when, then
    assertThat(client.post(WORKSPACE, "text/plain", "name=a").statusCode()).isEqualTo(415);
    assertThat(client.post(WORKSPACE, "application/yaml", "name: a").statusCode()).isEqualTo(415);
  }

  @Test
  void aKeyThatCannotBeOneIsRefused() {
    // given, when
    HttpResponse<String> answer =
        client.send(
            client
                .request(WORKSPACE)
                .header("idempotency-key", "x".repeat(201))
                .POST(BodyPublishers.noBody()));
    // then
    assertThat(errors(answer))
        .containsExactly("Idempotency-Key: must have 1 to 200 visible ASCII characters");
  }

  @Test
  void noRefusalRepeatsWhatWasSent() {
    // given, when
    HttpResponse<String> answer =
        client.post(WORKSPACE, JSON, "{\"name\":\"SECRET!\",\"infraJson\":\"SECRET\"}");
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("SECRET");
  }
}
