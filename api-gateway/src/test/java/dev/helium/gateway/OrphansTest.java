package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.LedgerSweep;
import dev.helium.domain.Orphan;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandLog;
import dev.helium.log.LedgerLog;
import dev.helium.log.LogSettings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
final class OrphansTest {
  private static final String ORPHANS = "/v1/api/orphans";
  private static final Instant SINCE = Instant.parse("2026-06-01T00:00:00Z");

  private static TestDeployment deployment;
  private static Client client;
  private static Vertx vertx;
  private static LogSettings log;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    client = deployment.client;
    vertx = Vertx.vertx();
    log = new LogSettings(deployment.bootstrap());
  }

  @AfterAll
  static void stop() {
    Futures.await(vertx.close());
  }

  @Test
  void theLedgerIsShownAsItWasWrittenLast() {
    // given a ledger in which nothing was ever compared
    await().until(() -> client.get(ORPHANS).statusCode() == 200);
    assertThat(json(client.get(ORPHANS)).containsKey("SweptAt")).isFalse();
    LedgerLog ledger = new LedgerLog(vertx, log);
    Orphan older = orphan("older", SINCE);
    Orphan newer = orphan("newer", SINCE.plusSeconds(1));
    // when
    Futures.await(ledger.put(newer));
    Futures.await(ledger.put(older));
    Futures.await(
        ledger.put(
            new LedgerSweep(
                SINCE.plusSeconds(60),
                List.of(
                    LedgerSweep.Direction.notLooked("stacks", ClusterName.DEFAULT, "it is not set"),
                    LedgerSweep.Direction.notLooked(
                        "namespaces", new ClusterName("lab"), "it does not answer"),
                    LedgerSweep.Direction.looked("objects", ClusterName.DEFAULT)
                        .except(List.of("Secret"))),
                3)));
    // then
    await().until(() -> json(client.get(ORPHANS)).getJsonArray("Orphans").size() == 2);
    await().until(() -> json(client.get(ORPHANS)).containsKey("SweptAt"));
    JsonObject shown = json(client.get(ORPHANS));
    assertThat(shown.getInteger("Unlisted")).isEqualTo(3);
    assertThat(shown.getJsonArray("Directions").getJsonObject(0).getString("Why"))
        .isEqualTo("it is not set");
    assertThat(shown.getJsonArray("Directions").getJsonObject(1).getString("Cluster"))
        .isEqualTo("lab");
    assertThat(shown.getJsonArray("Directions").getJsonObject(2).getJsonArray("UnlistedKinds"))
        .containsExactly("Secret");
    assertThat(shown.getJsonArray("Orphans").stream().map(JsonObject.class::cast))
        .extracting(each -> each.getString("Name"))
        .containsExactly("older", "newer");
    JsonObject first = shown.getJsonArray("Orphans").getJsonObject(0);
    assertThat(first.getString("Kind")).isEqualTo("stray-namespace");
    assertThat(first.getString("Since")).isEqualTo(SINCE.toString());
    assertThat(first.getBoolean("CarriedOut")).isTrue();
    // when one of them is no more
    Futures.await(ledger.remove(older.key()));
    // then
    await().until(() -> json(client.get(ORPHANS)).getJsonArray("Orphans").size() == 1);
    Futures.await(ledger.close());
  }

  @Test
  void theLedgerIsForThoseWhoHaveTheToken() {
    assertThat(client.send(client.bare(ORPHANS).GET()).statusCode()).isEqualTo(401);
  }

  @Test
  void aDriftedWorkspaceSaysWhatIsMissingAndARetryMakesItAgain() {
    // given
    create("drifting", Map.of());
    deployment.provisioner.applied("drifting", Map.of("K8sNamespace", "drifting"));
    int attempt = deployment.provisioner.attempt("drifting");
    CommandLog commands = new CommandLog(vertx, log);
    // when
    Futures.await(
        commands.append(
            new Command.ReportDrift(
                new CommandId("drift-drifting-" + attempt),
                new WorkspaceId("drifting"),
                attempt,
                "namespace drifting does not exist")));
    // then
    await().until(() -> workspace(client.get(WORKSPACE + "/drifting")).getString("Drift") != null);
    JsonObject drifted = workspace(client.get(WORKSPACE + "/drifting"));
    assertThat(drifted.getString("Status")).isEqualTo("failed");
    assertThat(drifted.getString("Message"))
        .isEqualTo("Something of it is missing: namespace drifting does not exist.");
    assertThat(drifted.getString("WayOn")).startsWith("Retry it");
    JsonObject why = json(client.get(WORKSPACE + "/drifting/why")).getJsonObject("Why");
    assertThat(why.getJsonArray("Because").toString())
        .contains("something was found missing: namespace drifting does not exist");
    assertThat(why.getString("Next")).startsWith("Nothing, until somebody retries");
    // when
    HttpResponse<String> retried = client.post(WORKSPACE + "/drifting/retry?wait=decided");
    // then
    assertThat(retried.statusCode()).isEqualTo(202);
    assertThat(workspace(client.get(WORKSPACE + "/drifting")).containsKey("Drift")).isFalse();
    Futures.await(commands.close());
  }

  @Test
  void aClusterWithTenantsIsNotDeletedByAnybody() {
    // given
    create("host", Map.of());
    create("tenant", Map.of("clusterStack", "host"));
    // when
    HttpResponse<String> refused = client.delete(WORKSPACE + "/host");
    // then
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).getString("detail"))
        .startsWith("Other workspaces live in the cluster that it made: tenant (until ");
    JsonObject why = json(client.get(WORKSPACE + "/host/why")).getJsonObject("Why");
    assertThat(why.getString("Next")).contains("kept until those are gone");
    assertThat(why.getJsonArray("Tenants").getJsonObject(0).getString("ID")).isEqualTo("tenant");
    // when
    assertThat(client.delete(WORKSPACE + "/tenant").statusCode()).isEqualTo(202);
    deployment.provisioner.gone("tenant");
    // then
    await().until(() -> client.delete(WORKSPACE + "/host").statusCode() == 202);
  }

  private static void create(String name, Map<String, Object> more) {
    JsonObject request = new JsonObject(more).copy().put("name", name);
    assertThat(client.post(WORKSPACE + "?wait=decided", JSON, request.encode()).statusCode())
        .isEqualTo(202);
  }

  private static Orphan orphan(String name, Instant since) {
    return new Orphan(
        OrphanKind.STRAY_NAMESPACE,
        "",
        name,
        name,
        since,
        since.plusSeconds(5),
        List.of("namespace " + name + " carries the label"),
        "It is swept.",
        true);
  }
}
