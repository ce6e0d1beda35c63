package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.status;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Readiness;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Sealing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class CreatingTest {
  private static TestDeployment deployment;
  private static DecidingProvisioner provisioner;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    provisioner = deployment.provisioner;
    client = deployment.client;
  }

  @Test
  void aBarePostMakesAWorkspaceWithAGeneratedName() {
    // given, when
    HttpResponse<String> answer = client.post(WORKSPACE);
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(status(answer)).isEqualTo("creating");
    String id = json(answer).getString("ID");
    assertThat(answer.headers().firstValue("location")).contains(WORKSPACE + "/" + id);
    assertThat(client.get(WORKSPACE + "/" + id).statusCode()).isEqualTo(200);
    assertThat(provisioner.creates(id).getFirst().backend()).isEqualTo("namespace");
    assertThat(ids()).contains(id);
  }

  @Test
  void anEmptyFormIsABarePost() {
    // given, when, then
    assertThat(client.post(WORKSPACE, FORM, "").statusCode()).isEqualTo(202);
    assertThat(client.post(WORKSPACE, JSON, "{}").statusCode()).isEqualTo(202);
    assertThat(client.post(WORKSPACE, JSON, "").statusCode()).isEqualTo(202);
    assertThat(client.post(WORKSPACE, new Multipart().text("name", "")).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aFormAsCurlSendsItMakesAWorkspaceWithItsFile() throws IOException {
    // given
    String values = "pachd:\n  image: \"a b\"\n";
    Multipart form =
        new Multipart()
            .text("name", "from-curl")
            .text("helmVersion", "2.2.0-rc.1")
            .text("expiry", LocalDate.now(ZoneOffset.UTC).plusDays(3).toString())
            .file("valuesYaml", "testval.yml", "application/octet-stream", values.getBytes(UTF_8))
            .file("infraJson", "infra.json", "application/json", "{\"a\":1}".getBytes(UTF_8));
    // when
    HttpResponse<String> answer = client.post("/v1/api/workspaces", form);
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    Command.Create command = provisioner.creates("from-curl").getFirst();
    assertThat(command.parameters()).isEqualTo(Map.of("helmVersion", "2.2.0-rc.1"));
    assertThat(command.uploads().get("valuesYaml").ciphertext()).doesNotContain("pachd");
    Sealing sealing = Sealing.open(deployment.directory.resolve("keys.json"));
    assertThat(sealing.unseal(new WorkspaceId("from-curl"), command.uploads().get("valuesYaml")))
        .isEqualTo(values.getBytes(UTF_8));
    assertThat(workspace(client.get(WORKSPACE + "/from-curl")).getString("Expiry"))
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(4) + "T00:00:00Z");
  }

  @Test
  void theLargestFilesFitIntoTheLog() throws IOException {
    // given
    byte[] chart = new byte[768 * 1024];
    new Random(7).nextBytes(chart);
    String values = "a: " + "x".repeat(240 * 1024);
    Multipart form =
        new Multipart()
            .text("name", "from-chart")
            .file("chart", "web-1.2.3.tgz", "application/gzip", chart)
            .file("valuesYaml", "values.yaml", "text/plain", values.getBytes(UTF_8));
    // when
    HttpResponse<String> answer = client.post(WORKSPACE, form);
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    Command.Create command = provisioner.creates("from-chart").getFirst();
    Sealing sealing = Sealing.open(deployment.directory.resolve("keys.json"));
    assertThat(sealing.unseal(new WorkspaceId("from-chart"), command.uploads().get("chart")))
        .isEqualTo(chart);
  }

  @Test
  void jsonAndUrlEncodedFormsMakeTheSameWorkspace() {
    // given
    String expiry = Instant.now().plusSeconds(3600).toString();
    // when
    client.post(
        WORKSPACE,
        JSON,
        new JsonObject()
            .put("name", "in-json")
            .put("expiry", expiry)
            .put("disableNotebooks", true)
            .put("consoleVersion", null)
            .put("valuesYaml", "a: 1")
            .encode());
    client.post(
        WORKSPACE,
        FORM,
        "name=in-form&expiry="
            + expiry
            + "&disableNotebooks=true&consoleVersion=&valuesYaml=a%3A+1");
    // then
    Command.Create json = provisioner.creates("in-json").getFirst();
    Command.Create form = provisioner.creates("in-form").getFirst();
    assertThat(json.parameters()).isEqualTo(form.parameters());
    assertThat(json.expiry()).isEqualTo(form.expiry());
    assertThat(json.uploads().get("valuesYaml").digest())
        .isEqualTo(form.uploads().get("valuesYaml").digest());
  }

  @Test
  void waitingForReadyAnswersWhenItIs() {
    // given
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(
            () -> client.post(WORKSPACE + "?wait=ready", JSON, "{\"name\":\"waited-for-ready\"}"));
    await().until(() -> "creating".equals(statusOf("waited-for-ready")));
    // when
    provisioner.applied("waited-for-ready", Map.of());
    assertThat(answer).isNotDone();
    provisioner.seen("waited-for-ready", new Readiness.Ready());
    // then
    HttpResponse<String> ready = answer.join();
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(status(ready)).isEqualTo("ready");
    assertThat(workspace(ready).getString("ID")).isEqualTo("waited-for-ready");
  }

  @Test
  void waitingForReadyAnswersWhenItFails() {
    // given
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(
            () ->
                client.post(WORKSPACE + "?wait=ready", JSON, "{\"name\":\"waited-for-in-vain\"}"));
    await().until(() -> "creating".equals(statusOf("waited-for-in-vain")));
    // when
    provisioner.report(
        "waited-for-in-vain",
        new AttemptReport.Failed(
            provisioner.attempt("waited-for-in-vain"),
            new Failure(FailureKind.REFUSED_BY_CLUSTER, "The quota is used up.")));
    // then
    assertThat(answer.join().statusCode()).isEqualTo(202);
    assertThat(status(answer.join())).isEqualTo("failed");
    assertThat(workspace(answer.join()).getString("Message")).isEqualTo("The quota is used up.");
  }

  @Test
  void waitingForReadyEndsWithTheTruthWhenTimeIsUp() {
    // given, when
    HttpResponse<String> answer =
        client.post(WORKSPACE + "?wait=ready&timeout=1", JSON, "{\"name\":\"slow-one\"}");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(status(answer)).isEqualTo("creating");
    assertThat(workspace(answer).getString("ID")).isEqualTo("slow-one");
  }

  @Test
  void whatTheProvisionerRefusesIsRefusedWithTheFields() {
    // given, when
    HttpResponse<String> answer =
        client.post(
            WORKSPACE,
            JSON,
            "{\"name\":\"refused-at-once\",\"backend\":\"x\",\"expiry\":\"2999-01-01\"}");
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "backend: is not known", "expiry: must lie at most 90 days ahead");
  }

  @Test
  void aRequestWithAKeyIsMadeOnce() {
    // given
    String body = "{\"helmVersion\":\"1\"}";
    // when
    HttpResponse<String> first = keyed("key-1", body);
    HttpResponse<String> second = keyed("key-1", body);
    HttpResponse<String> other = keyed("key-2", body);
    HttpResponse<String> changed = keyed("key-1", "{\"helmVersion\":\"2\"}");
    // then
    String id = json(first).getString("ID");
    assertThat(json(second).getString("ID")).isEqualTo(id);
    assertThat(provisioner.attempt(id)).isEqualTo(1);
    assertThat(json(other).getString("ID")).isNotEqualTo(id);
    assertThat(changed.statusCode()).isEqualTo(422);
  }

  private static HttpResponse<String> keyed(String key, String body) {
    return client.send(
        client
            .request(WORKSPACE)
            .header("content-type", JSON)
            .header("idempotency-key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  private static String statusOf(String name) {
    HttpResponse<String> answer = client.get(WORKSPACE + "/" + name);
    return answer.statusCode() == 200 ? workspace(answer).getString("Status") : "";
  }

  private static List<String> ids() {
    JsonArray ids = json(client.get("/v1/api/workspaces")).getJsonArray("IDs");
    return ids.stream().map(String.class::cast).toList();
  }
}
