package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.status;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Connection;
import dev.helium.domain.Connection.Kind;
import dev.helium.domain.Connection.Scheme;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class LivingTest {
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
  void aWorkspaceIsShownInTheWordsOfTheOriginal() {
    // given
    create("shown");
    provisioner.applied(
        "shown",
        Map.of("K8sNamespace", "shown", "K8s", "kubectl get all", "PulumiURL", "file:///x"));
    provisioner.connected("shown", Map.of("Service/web", "10.0.0.7", "Ingress/a", "a.example"));
    provisioner.seen("shown", new Readiness.Ready());
    // when
    await().until(() -> "ready".equals(statusOf("shown")));
    JsonObject workspace = workspace(client.get(WORKSPACE + "/shown"));
    // then
    assertThat(workspace.getString("ID")).isEqualTo("shown");
    assertThat(workspace.getString("K8sNamespace")).isEqualTo("shown");
    assertThat(workspace.getString("K8s")).isEqualTo("kubectl get all");
    assertThat(workspace.getString("PulumiURL")).isEqualTo("file:///x");
    assertThat(workspace.getString("ConsoleURL")).isEqualTo("http://10.0.0.7");
    assertThat(workspace.getString("NotebooksURL")).isEmpty();
    assertThat(workspace.getString("CreatedBy")).isEqualTo("token");
    assertThat(workspace.getString("Backend")).isEqualTo("namespace");
    assertThat(workspace.getInteger("Incarnation")).isEqualTo(1);
    assertThat(workspace.getString("Message")).isEmpty();
    assertThat(workspace.getJsonArray("Reasons")).isEmpty();
    assertThat(workspace.getJsonObject("Addresses").getString("Ingress/a")).isEqualTo("a.example");
    assertThat(Instant.parse(workspace.getString("Expiry"))).isAfter(Instant.now());
  }

  @Test
  void theWaysIntoAWorkspaceAreShownAsTheContractSays() {
    // given
    create("reached");
    provisioner.applied("reached", Map.of("K8sNamespace", "reached"));
    provisioner.connected(
        "reached",
        Map.of("Service/pachd", "10.0.0.7"),
        new Connection(
            Kind.LINK, "Ingress/a", "console", Scheme.HTTPS, "a.example", 443, "/", "a-login"),
        new Connection(
            Kind.ADDRESS, "Service/pachd", "grpc", Scheme.GRPC, "10.0.0.7", 30_650, "", ""),
        new Connection(Kind.NODE, "Service/n", "n", Scheme.TCP, "", 30_651, "", ""),
        new Connection(
            Kind.INSIDE, "Service/db", "db", Scheme.TCP, "db.reached.svc", 5432, "", "db-login"));
    // when
    await()
        .until(() -> !workspace(client.get(WORKSPACE + "/reached")).getString("PachdIp").isEmpty());
    JsonObject workspace = workspace(client.get(WORKSPACE + "/reached"));
    // then
    assertThat(workspace.getString("K8s"))
        .isEqualTo("kubectl config set-context --current --namespace=reached");
    assertThat(workspace.getString("ConsoleURL")).isEqualTo("https://a.example");
    assertThat(workspace.getString("Pachctl")).contains("grpc://10.0.0.7:30650");
    assertThat(workspace.getJsonArray("CredentialSecrets")).containsExactly("a-login", "db-login");
    assertThat(workspace.getJsonArray("Connections").stream().map(JsonObject.class::cast))
        .extracting(way -> way.getString("Kind"))
        .containsExactly("link", "address", "node", "inside");
  }

  @Test
  void aFatalReasonIsShown() {
    // given
    create("no-image");
    provisioner.applied("no-image", Map.of());
    // when
    provisioner.seen(
        "no-image",
        new Readiness.NotReady(
            List.of(
                new Reason(ReasonKind.FATAL, "Pod/web", "ImagePullBackOff", "No such image.")
                    .since(Instant.parse("2026-06-01T10:00:00Z")))));
    // then
    await().until(() -> "failed".equals(statusOf("no-image")));
    JsonObject workspace = workspace(client.get(WORKSPACE + "/no-image"));
    assertThat(workspace.getString("Message"))
        .isEqualTo("Pod/web: ImagePullBackOff: No such image.");
    assertThat(workspace.getJsonArray("Reasons").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("Kind", "fatal")
                .put("Object", "Pod/web")
                .put("Code", "ImagePullBackOff")
                .put("Class", "image")
                .put("Message", "No such image.")
                .put(
                    "WayOn",
                    "Check the image's name and tag and that the cluster may pull it, then update"
                        + " the workspace.")
                .put("Since", "2026-06-01T10:00:00Z"));
  }

  @Test
  void theSameNameAgainUpdatesTheWorkspace() {
    // given
    create("again");
    provisioner.applied("again", Map.of("K8s", "one"));
    // when
    HttpResponse<String> answer =
        client.post(WORKSPACE, JSON, "{\"name\":\"again\",\"consoleVersion\":\"2\"}");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(status(answer)).isEqualTo("creating");
    assertThat(provisioner.attempt("again")).isEqualTo(2);
  }

  @Test
  void anExpiredWorkspaceSaysSo() {
    // given
    Instant soon = Instant.now().plusSeconds(3);
    client.post(WORKSPACE, JSON, "{\"name\":\"brief-one\",\"expiry\":\"" + soon + "\"}");
    create("long-one");
    // when, then
    await().until(() -> json(client.get(WORKSPACE + "/brief-one/expired")).getBoolean("Expired"));
    assertThat(json(client.get(WORKSPACE + "/long-one/expired")).getBoolean("Expired")).isFalse();
  }

  @Test
  void aDeletedWorkspaceIsGoneAndItsNameFree() {
    // given
    create("mortal");
    HttpResponse<String> deleting = client.delete(WORKSPACE + "/mortal");
    HttpResponse<String> again = client.delete(WORKSPACE + "/mortal");
    HttpResponse<String> recreated = client.post(WORKSPACE, FORM, "name=mortal");
    // when
    provisioner.gone("mortal");
    // then
    assertThat(deleting.statusCode()).isEqualTo(202);
    assertThat(status(deleting)).isEqualTo("deleting");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(status(again)).isEqualTo("deleting");
    assertThat(recreated.statusCode()).isEqualTo(409);
    await().until(() -> client.get(WORKSPACE + "/mortal").statusCode() == 404);
    assertThat(client.get(WORKSPACE + "/mortal/expired").statusCode()).isEqualTo(404);
    assertThat(client.delete(WORKSPACE + "/mortal").statusCode()).isEqualTo(404);
    assertThat(ids()).doesNotContain("mortal");
    create("mortal");
    assertThat(workspace(client.get(WORKSPACE + "/mortal")).getInteger("Incarnation")).isEqualTo(2);
  }

  @Test
  void aProxyOnThisMachineSaysWhoAsks() {
    // given, when
    client.send(
        client
            .request(WORKSPACE)
            .header("gap-auth", "ann@example.com")
            .header("content-type", FORM)
            .POST(BodyPublishers.ofString("name=living-ann")));
    // then
    assertThat(workspace(client.get(WORKSPACE + "/living-ann")).getString("CreatedBy"))
        .isEqualTo("ann@example.com");
  }

  @Test
  void anUnknownWorkspaceIsNotFound() {
    // given, when, then
    assertThat(client.get(WORKSPACE + "/nobody").statusCode()).isEqualTo(404);
    assertThat(client.get(WORKSPACE + "/Not%20A%20Name").statusCode()).isEqualTo(404);
    assertThat(client.get(WORKSPACE + "/nobody/expired").statusCode()).isEqualTo(404);
    assertThat(client.delete(WORKSPACE + "/nobody").statusCode()).isEqualTo(404);
    assertThat(client.delete(WORKSPACE + "/UPPER").statusCode()).isEqualTo(404);
  }

  @Test
  void theListIsTheSameUnderBothPaths() {
    // given
    create("in-the-list");
    // when, then
    assertThat(json(client.get(WORKSPACE)).getJsonArray("IDs")).contains("in-the-list");
    assertThat(ids()).isSorted();
  }

  @Test
  void requestsAreMeasured() {
    // given, when
    client.get(WORKSPACE + "/not-there");
    // then
    await()
        .untilAsserted(
            () ->
                assertThat(
                        deployment
                            .gateway
                            .meters
                            .get("helium.http.requests")
                            .tags("operation", "getWorkspace", "status", "4xx", "kind", "read")
                            .timer()
                            .count())
                    .isPositive());
  }

  private static void create(String name) {
    HttpResponse<String> answer = client.post(WORKSPACE, FORM, "name=" + name);
    assertThat(status(answer)).isEqualTo("creating");
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
