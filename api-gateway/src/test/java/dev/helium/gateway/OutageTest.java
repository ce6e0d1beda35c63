package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.status;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {
  private static final String EVENTS = "/v1/api/events";
  private static final Map<String, String> SHORT_WAIT = Map.of("HELIUM_DECISION_WAIT", "PT0.3S");

  /** Until whoever decides has joined. */
  private static final Map<String, String> LONG_WAIT = Map.of("HELIUM_DECISION_WAIT", "PT30S");

  @TempDir static Path directory;
  private static final Vertx VERTX = Vertx.vertx();
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("kafka")));
  }

  @AfterAll
  static void stop() {
    Futures.await(VERTX.close());
    broker.close();
  }

  @Test
  void withoutALogNothingIsPromisedUntilThereIsOne() throws IOException {
    // given
    int port = freePort();
    try (TestGateway gateway = TestGateway.start("127.0.0.1:" + port, directory, SHORT_WAIT)) {
      Client client = gateway.client();
      // when, then
      for (CompletableFuture<HttpResponse<String>> answer :
          Stream.<Supplier<HttpResponse<String>>>of(
                  () -> client.get(WORKSPACE),
                  () -> client.get(WORKSPACE + "/some-one"),
                  () -> client.get(WORKSPACE + "/some-one/expired"),
                  () -> client.get(EVENTS),
                  () -> client.post(WORKSPACE),
                  () -> client.delete(WORKSPACE + "/some-one"))
              .map(CompletableFuture::supplyAsync)
              .toList()) {
        assertThat(answer.join().statusCode()).isEqualTo(503);
        assertThat(answer.join().headers().firstValue("retry-after")).isPresent();
      }
      assertThat(gateway.health.isReady()).isFalse();
      assertThat(gateway.health.snapshot()).containsEntry("event streams", "starting");
      // when
      try (KafkaBroker late =
          KafkaBroker.start(new BrokerOptions(directory.resolve("late-kafka"), port))) {
        // then
        assertThat(late.bootstrap()).endsWith(":" + port);
        awaitReady(gateway);
        try (StreamClient stream = new StreamClient(client.request(EVENTS))) {
          assertThat(stream.status()).isEqualTo(200);
        }
        assertThat(client.get(WORKSPACE).statusCode()).isEqualTo(200);
        assertThat(status(client.post(WORKSPACE))).isEqualTo("pending");
      }
    }
  }

  @Test
  void whatNobodyDecidesIsPendingAndDecidedLater() {
    // given
    try (TestGateway gateway = TestGateway.start(broker.bootstrap(), directory, SHORT_WAIT)) {
      awaitReady(gateway);
      Client client = gateway.client();
      // when
      HttpResponse<String> created = client.post(WORKSPACE, FORM, "name=waiting");
      HttpResponse<String> waited =
          client.post(WORKSPACE + "?wait=ready&timeout=1", JSON, "{\"name\":\"waiting-too\"}");
      HttpResponse<String> deleted = client.delete(WORKSPACE + "/never-made");
      // then
      for (HttpResponse<String> answer : Stream.of(created, waited, deleted).toList()) {
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(status(answer)).isEqualTo("pending");
      }
      assertThat(client.get(WORKSPACE + "/waiting").statusCode()).isEqualTo(404);
      // when
      try (DecidingProvisioner provisioner =
          new DecidingProvisioner(VERTX, new LogSettings(broker.bootstrap())).start()) {
        // then
        awaitStatus(client, "waiting", "creating");
        awaitStatus(client, "waiting-too", "creating");
        assertThat(provisioner.commands()).isNotEmpty();
      }
    }
  }

  @Test
  void aGatewayThatStartsAgainShowsWhatTheOneBeforeDid() {
    // given
    try (DecidingProvisioner provisioner =
        new DecidingProvisioner(VERTX, new LogSettings(broker.bootstrap()))) {
      String before;
      try (TestGateway gateway = TestGateway.start(broker.bootstrap(), directory, LONG_WAIT)) {
        awaitReady(gateway);
        provisioner.start();
        Client client = gateway.client();
        client.post(WORKSPACE + "?wait=decided", FORM, "name=lasting");
        client.post(WORKSPACE + "?wait=decided", FORM, "name=leaving");
        client.delete(WORKSPACE + "/leaving");
        provisioner.gone("leaving");
        provisioner.applied("lasting", Map.of("K8sNamespace", "lasting"));
        provisioner.seen("lasting", new Readiness.Ready());
        awaitStatus(client, "lasting", "ready");
        await().until(() -> client.get(WORKSPACE + "/leaving").statusCode() == 404);
        before = client.get(WORKSPACE + "/lasting").body();
      }
      // when
      try (TestGateway gateway = TestGateway.start(broker.bootstrap(), directory, LONG_WAIT)) {
        Client client = gateway.client();
        awaitReady(gateway);
        // then
        assertThat(client.get(WORKSPACE + "/lasting").body()).isEqualTo(before);
        assertThat(json(client.get(WORKSPACE)).getJsonArray("IDs").stream())
            .contains("lasting")
            .doesNotContain("leaving");
      }
    }
  }

  @Test
  void aGatewayThatStopsAnswersWhoWaits() {
    // given
    try (DecidingProvisioner provisioner =
        new DecidingProvisioner(VERTX, new LogSettings(broker.bootstrap()))) {
      CompletableFuture<HttpResponse<String>> answer;
      try (TestGateway gateway = TestGateway.start(broker.bootstrap(), directory, LONG_WAIT)) {
        awaitReady(gateway);
        provisioner.start();
        Client client = gateway.client();
        answer =
            CompletableFuture.supplyAsync(
                () -> client.post(WORKSPACE + "?wait=ready", FORM, "name=unready"));
        awaitStatus(client, "unready", "creating");
        // when
      }
      // then
      assertThat(answer.join().statusCode()).isEqualTo(202);
      assertThat(status(answer.join())).isEqualTo("creating");
    }
  }

  @Test
  void gatewaysThatJoinShowTheSame() {
    // given
    try (TestGateway one = TestGateway.start(broker.bootstrap(), directory, LONG_WAIT);
        TestGateway other =
            TestGateway.start(
                broker.bootstrap(),
                directory,
                Map.of(
                    "HELIUM_HAZELCAST_MEMBERS",
                    one.viewAddress(),
                    "HELIUM_DECISION_WAIT",
                    "PT30S"));
        DecidingProvisioner provisioner =
            new DecidingProvisioner(VERTX, new LogSettings(broker.bootstrap()))) {
      awaitReady(one);
      awaitReady(other);
      provisioner.start();
      // when
      one.client().post(WORKSPACE + "?wait=decided", FORM, "name=shared");
      // then
      awaitStatus(other.client(), "shared", "creating");
      assertThat(status(other.client().delete(WORKSPACE + "/shared"))).isEqualTo("deleting");
      awaitStatus(one.client(), "shared", "deleting");
    }
  }

  @Test
  void aViewWithAHoleIsBuiltAgainFromTheLog() {
    // given
    WorkspaceId id = new WorkspaceId("holed");
    try (KafkaBroker own =
            KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("own-kafka")));
        TestGateway gateway = TestGateway.start(own.bootstrap(), directory, Map.of())) {
      awaitReady(gateway);
      EventLog events = new EventLog(VERTX, new LogSettings(own.bootstrap()));
      WorkspaceSpec spec = new WorkspaceSpec("namespace", Map.of(), Map.of());
      Event created = new Event.Created(1, 1, spec, "ann", Instant.now().plusSeconds(3600));
      Event deletion = new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann");
      Futures.await(events.append(record(id, 1, created)));
      awaitStatus(gateway.client(), "holed", "creating");
      // when
      Futures.await(events.append(record(id, 3, deletion)));
      // then
      awaitStatus(gateway.client(), "holed", "deleting");
      awaitReady(gateway);
      Futures.await(events.close());
    }
  }

  private static EventRecord record(WorkspaceId id, long sequence, Event event) {
    return new EventRecord(
        id,
        Source.PROVISIONER,
        sequence,
        new Cause.Commanded(new CommandId("c-" + sequence)),
        Instant.now(),
        event);
  }

  private static void awaitReady(TestGateway gateway) {
    await().atMost(Duration.ofMinutes(1)).until(gateway.health::isReady);
  }

  private static void awaitStatus(Client client, String name, String status) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              HttpResponse<String> answer = client.get(WORKSPACE + "/" + name);
              return answer.statusCode() == 200
                  && workspace(answer).getString("Status").equals(status);
            });
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
