package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Command;
import dev.helium.log.LogSettings;
import dev.helium.log.RequestBatch.Requested;
import dev.helium.service.policy.QuotaFile;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that knows of quotas, and somebody who admits. */
@ExtendWith(SharedDeployment.class)
final class QuotasTest {
  private static final String QUOTAS = "/v1/api/quotas";
  private static final String POLICY =
      """
      {
        "everybody": { "workspaces": 2 },
        "owners": {
          "token": { "workspaces": "unlimited" },
          "eve": { "hours": 1000, "backends": { "namespace": { "workspaces": 1 } } }
        }
      }
      """;

  @TempDir static Path directory;
  private static final Vertx VERTX = Vertx.vertx();
  private static TestGateway gateway;
  private static DecidingProvisioner provisioner;
  private static StrictAdmission admission;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) throws IOException {
    provisioner = shared.provisioner;
    Path file = Files.writeString(directory.resolve("quotas.json"), POLICY);
    gateway = shared.another(Map.of("HELIUM_QUOTAS", file.toString()));
    LogSettings log = new LogSettings(shared.bootstrap());
    admission = new StrictAdmission(VERTX, log, provisioner, QuotaFile.read(file)).start();
    client = gateway.client();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    admission.close();
    Futures.await(VERTX.close());
  }

  @Test
  void whatIsTooMuchIsAConflictThatShowsTheArithmetic() {
    // given
    assertThat(create("ada", "ada-1").statusCode()).isEqualTo(202);
    assertThat(create("ada", "ada-2").statusCode()).isEqualTo(202);
    // when
    HttpResponse<String> refused = create("ada", "ada-3");
    // then
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).getString("type")).isEqualTo("urn:helium:problem:quota");
    assertThat(Client.errors(refused))
        .containsExactly("quota: 2 of 2 workspaces are taken; this one would be the 3rd");
    assertThat(json(refused).getString("detail"))
        .isEqualTo(
            "2 of 2 workspaces of ada are taken by ada-1 and ada-2; this one would be the 3rd.");
    // and an update is none more
    assertThat(create("ada", "ada-2").statusCode()).isEqualTo(202);
  }

  @Test
  void whoHasNoQuotaIsNotAsked() {
    // when
    HttpResponse<String> answer =
        client.post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"free\"}");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(provisioner.creates("free")).hasSize(1);
    assertThat(admission.requests())
        .extracting(request -> request.command().workspace().value())
        .doesNotContain("free");
  }

  @Test
  void whatIsAskedOfAWorkspaceIsOnItsOwnersAccount() {
    // given
    assertThat(create("bob", "bob-1").statusCode()).isEqualTo(202);
    // when somebody without a quota extends it
    HttpResponse<String> extended =
        client.post(
            WORKSPACE + "/bob-1/extend?wait=decided",
            JSON,
            new JsonObject()
                .put("expiry", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString())
                .encode());
    // then
    assertThat(extended.statusCode()).isEqualTo(202);
    assertThat(admission.requests())
        .filteredOn(request -> request.wanted() instanceof Command.Extend)
        .extracting(Requested::owner, request -> request.wanted().requestedBy())
        .contains(tuple("bob", "token"));
  }

  @Test
  void quotasShowWhatIsTakenAndByWhat() {
    // given
    assertThat(create("eve", "eve-1").statusCode()).isEqualTo(202);
    // then
    await().until(() -> limit(as("eve", QUOTAS), 0).getLong("Taken") == 1);
    JsonObject shown = json(as("eve", QUOTAS));
    assertThat(shown.getString("Owner")).isEqualTo("eve");
    assertThat(shown.getJsonArray("Quotas").stream().map(JsonObject.class::cast))
        .extracting(
            each -> each.getString("Resource"),
            each -> each.getString("Unit"),
            each -> each.getString("Backend"),
            each -> each.getLong("Limit"),
            each -> each.getJsonArray("TakenBy").size())
        .containsExactly(
            tuple("workspaces", "workspaces", "", 2L, 1),
            tuple("lifetime", "minutes", "", 60_000L, 1),
            tuple("workspaces", "workspaces", "namespace", 1L, 1));
    assertThat(limit(as("eve", QUOTAS), 2).getJsonArray("TakenBy"))
        .isEqualTo(new JsonArray().add(new JsonObject().put("ID", "eve-1").put("Amount", 1)));
    // and that nobody limits who has none
    assertThat(json(client.get(QUOTAS)).getJsonArray("Quotas")).isEmpty();
  }

  @Test
  void quotasOfOthersAreForOperators() {
    assertThat(json(client.get(QUOTAS + "?owner=mallory")).getString("Owner")).isEqualTo("mallory");
    assertThat(as("ada", QUOTAS + "?owner=mallory").statusCode()).isEqualTo(403);
    assertThat(as("ada", QUOTAS + "?owner=ada").statusCode()).isEqualTo(200);
    assertThat(client.get(QUOTAS + "?owner=" + "x".repeat(255)).statusCode()).isEqualTo(422);
    assertThat(client.send(client.bare(QUOTAS).GET()).statusCode()).isEqualTo(401);
  }

  private static JsonObject limit(HttpResponse<String> answer, int index) {
    return json(answer).getJsonArray("Quotas").getJsonObject(index);
  }

  private static HttpResponse<String> as(String name, String path) {
    return client.send(client.request(path).header("gap-auth", name).GET());
  }

  private static HttpResponse<String> create(String name, String workspace) {
    HttpRequest.Builder request =
        client
            .request(WORKSPACE + "?wait=decided")
            .header("gap-auth", name)
            .header("content-type", JSON)
            .POST(BodyPublishers.ofString(new JsonObject().put("name", workspace).encode()));
    return client.send(request);
  }
}
