package dev.helium.gateway;

import static dev.helium.gateway.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Readiness;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the shell scripts of the first Helium do and look at, to the letter: their addresses, their
 * forms, their fields. Nothing here may ever have to change.
 */
@ExtendWith(SharedDeployment.class)
class OriginalDialectTest {
  private static TestDeployment deployment;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    client = deployment.client;
  }

  @Test
  void theListHasNames() {
    // given, when
    HttpResponse<String> answer = client.get("/v1/api/workspaces");
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).fieldNames()).containsExactly("IDs");
    assertThat(json(answer).getJsonArray("IDs")).contains("first");
  }

  @Test
  void aWorkspaceHasTheFieldsThatItAlwaysHad() {
    // given
    client.post("/v1/api/workspace", new Multipart().text("name", "example-workspace-id"));
    deployment.provisioner.applied(
        "example-workspace-id", Map.of("K8sNamespace", "example-workspace-id"));
    deployment.provisioner.seen("example-workspace-id", new Readiness.Ready());
    await().until(() -> "ready".equals(status("example-workspace-id")));
    // when
    HttpResponse<String> answer = client.get("/v1/api/workspace/example-workspace-id");
    // then
    JsonObject workspace = json(answer).getJsonObject("Workspace");
    assertThat(json(answer).fieldNames()).containsExactly("Workspace");
    assertThat(workspace.fieldNames())
        .contains(
            "ID",
            "Status",
            "PulumiURL",
            "K8s",
            "K8sNamespace",
            "ConsoleURL",
            "NotebooksURL",
            "GCSBucket",
            "Pachctl");
    for (String field : List.of("PulumiURL", "K8s", "ConsoleURL", "GCSBucket", "Pachctl")) {
      assertThat(workspace.getValue(field)).as(field).isInstanceOf(String.class);
    }
    assertThat(workspace.getString("ID")).isEqualTo("example-workspace-id");
    assertThat(workspace.getString("K8sNamespace")).isEqualTo("example-workspace-id");
  }

  @Test
  void whetherItsTimeIsUpIsOneWord() {
    assertThat(json(client.get("/v1/api/workspace/first/expired")))
        .isEqualTo(new JsonObject().put("Expired", false));
  }

  @Test
  void aBarePostMakesOne() {
    // given, when
    HttpResponse<String> answer = client.post("/v1/api/workspace");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(status(json(answer).getString("ID"))).isEqualTo("creating");
  }

  @Test
  void everyFieldOfTheFormIsTaken() {
    // given
    Multipart form =
        new Multipart()
            .text("name", "all-fields")
            .text("expiry", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString())
            .text("pachdVersion", "2.4.0")
            .text("consoleVersion", "2.4.0")
            .text("notebooksVersion", "v0.7")
            .text("mountServerVersion", "2.4.0")
            .text("helmVersion", "2.2.0-rc.1")
            .text("disableNotebooks", "true")
            .text("backend", "namespace")
            .text("clusterStack", "")
            .file("valuesYaml", "testval.yml", "application/octet-stream", new byte[] {'#'})
            .file("infraJson", "infra.json", "application/octet-stream", new byte[] {'{', '}'});
    // when, then
    assertThat(client.post("/v1/api/workspace", form).statusCode()).isEqualTo(202);
  }

  @Test
  void aDeletionIsTakenAndWhatIsGoneIsNotFound() {
    // given
    client.post("/v1/api/workspace", new Multipart().text("name", "to-delete"));
    // when
    assertThat(client.delete("/v1/api/workspace/to-delete").statusCode()).isEqualTo(202);
    deployment.provisioner.gone("to-delete");
    // then
    await().until(() -> client.get("/v1/api/workspace/to-delete").statusCode() == 404);
    assertThat(client.delete("/v1/api/workspace/to-delete").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutATokenNothingIsTold() {
    assertThat(client.send(client.bare("/v1/api/workspaces").GET()).statusCode()).isEqualTo(401);
  }

  private static String status(String name) {
    HttpResponse<String> answer = client.get("/v1/api/workspace/" + name);
    return answer.statusCode() == 200
        ? json(answer).getJsonObject("Workspace").getString("Status")
        : "";
  }
}
