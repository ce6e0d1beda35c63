package dev.helium.gateway;

import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * How long pages of the list take, one request after the other over one connection. Prints numbers
 * of this machine; broker, gateway and client are in this process.
 *
 * <p>Arguments: workspaces, requests of each kind.
 */
final class ListBenchmark {
  private static final int UNDER_WAY = 2_000;
  private static final int TEAMS = 40;
  private static final String LIST = "/v1/api/workspaces";
  private static final List<String> QUERIES =
      List.of(
          "",
          "?view=full",
          "?view=full&limit=500",
          "?status=ready&sort=-created&limit=50",
          "?label=team%3Dteam-7&sort=expiry",
          "?text=workspace-99&sort=-name",
          "?owner=nobody");

  private ListBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int workspaces = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    Path folder = Files.createTempDirectory("list-benchmark-");
    try (KafkaBroker broker = KafkaBroker.start(BrokerOptions.onAFreePort(folder))) {
      fill(new LogSettings(broker.bootstrap()), workspaces);
      try (TestGateway gateway = TestGateway.start(broker.bootstrap(), folder, Map.of())) {
        await().atMost(Duration.ofMinutes(5)).until(gateway.health::isReady);
        Client client = gateway.client();
        System.out.printf(
            "%d processors, %d workspaces, %s%n",
            Runtime.getRuntime().availableProcessors(),
            workspaces,
            client.sendUnchecked(client.request(LIST + "?owner=ada&limit=1")).body().length()
                + " bytes a workspace and around it");
        for (String query : QUERIES) {
          measure(client, LIST + query, requests / 2);
          System.out.printf("%-45s %s%n", query, measure(client, LIST + query, requests));
        }
      }
    }
  }

  private static String measure(Client client, String path, int requests) {
    double[] milliseconds = new double[requests];
    for (int request = 0; request < requests; request++) {
      long start = System.nanoTime();
      int status = client.sendUnchecked(client.request(path).GET()).statusCode();
      milliseconds[request] = (System.nanoTime() - start) / 1e6;
      if (status != 200) {
        throw new IllegalStateException(path + " was answered " + status);
      }
    }
    Arrays.sort(milliseconds);
    return "p50 %.2f ms, p99 %.2f ms, at most %.2f ms"
        .formatted(
            milliseconds[requests / 2],
            milliseconds[requests * 99 / 100],
            milliseconds[requests - 1]);
  }

  private static void fill(LogSettings settings, int workspaces) throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    Futures.await(TopicAdministration.ensure(vertx, settings));
    EventLog log = new EventLog(vertx, settings);
    Semaphore places = new Semaphore(UNDER_WAY);
    for (int number = 0; number < workspaces; number++) {
      places.acquire();
      life(log, number).onComplete(ignored -> places.release());
    }
    places.acquire(UNDER_WAY);
    Futures.await(log.close());
    Futures.await(vertx.close());
  }

  private static Future<Void> life(EventLog log, int number) {
    WorkspaceId id = new WorkspaceId("workspace-" + number);
    Instant now = Instant.now();
    WorkspaceSpec spec =
        new WorkspaceSpec(
            "namespace", Map.of(), Map.of(), Map.of("team", "team-" + number % TEAMS));
    Cause cause = new Cause.Commanded(new CommandId("http-create-" + number));
    return log.append(
            new EventRecord(
                id,
                Source.PROVISIONER,
                1,
                cause,
                now,
                new Event.Created(1, 1, spec, "ada", now.plusSeconds(90_000 + number))))
        .compose(
            ignored ->
                log.append(
                    new EventRecord(
                        id,
                        Source.PROVISIONER,
                        2,
                        cause,
                        now,
                        new Event.Provisioned(1, Map.of("K8sNamespace", id.value())))))
        .compose(
            ignored ->
                log.append(
                    new EventRecord(
                        id,
                        Source.STATUS_WATCHER,
                        1,
                        new Cause.Observed(),
                        now,
                        new Event.ReadinessChanged(1, new Readiness.Ready()))));
  }
}
