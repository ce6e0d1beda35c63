package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.status;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.domain.Readiness;
import dev.helium.gateway.WebhookReceiver.Received;
import dev.helium.log.LogSettings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelivererTakeoverTest {
  private static final String WEBHOOKS = "/v1/api/webhooks";
  private static final int HOOKS = 8;
  private static final List<String> NAMES = List.of("moving-a", "moving-b", "moving-c");
  private static final long EVENTS = 41;
  private static final Map<String, String> SETTINGS =
      Map.of(
          "HELIUM_WEBHOOK_ALLOW", "127.0.0.1",
          "HELIUM_KAFKA_SESSION", "PT1S",
          "HELIUM_DECISION_WAIT", "PT30S");

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
  void whatAKilledGatewayHadNotDeliveredAnotherDelivers() {
    // given
    try (WebhookReceiver receiver = new WebhookReceiver();
        GatewayProcess mortal = new GatewayProcess(broker.bootstrap(), directory, SETTINGS);
        GatewayProcess heir = new GatewayProcess(broker.bootstrap(), directory, SETTINGS);
        DecidingProvisioner provisioner =
            new DecidingProvisioner(VERTX, new LogSettings(broker.bootstrap())).start()) {
      mortal.awaitReady();
      heir.awaitReady();
      Client client = new Client(heir.port(), ContractCheck.ofTheGateway());
      await().atMost(Duration.ofMinutes(1)).until(() -> client.get(WEBHOOKS).statusCode() == 200);
      Map<String, String> secrets = new HashMap<>();
      for (int hook = 0; hook < HOOKS; hook++) {
        secrets.put("/" + hook, subscribe(client, receiver.url("/" + hook), NAMES));
      }
      NAMES.forEach(name -> create(client, name));
      // when one of two that share the work dies in the middle of it
      for (int round = 0; round < 40; round++) {
        if (round == 20) {
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> receiver.received().size() > HOOKS * 20);
          mortal.kill();
        }
        NAMES.forEach(name -> provisioner.seen(name, new Readiness.Ready()));
      }
      // then every event came to every receiver, and for the first time in order
      List<Long> all = LongStream.rangeClosed(1, EVENTS).boxed().toList();
      for (int hook = 0; hook < HOOKS; hook++) {
        String path = "/" + hook;
        for (String name : NAMES) {
          await()
              .atMost(Duration.ofMinutes(1))
              .untilAsserted(
                  () -> assertThat(firsts(receiver, path, name)).as(path + name).isEqualTo(all));
        }
      }
      assertThat(receiver.received())
          .allSatisfy(each -> assertThat(each.signedBy(secrets.get(each.path()))).hasSize(1));
      // and no more than what was on its way or done in the last second came twice
      assertThat((long) receiver.received().size()).isLessThan(2L * HOOKS * NAMES.size() * EVENTS);
      // and secrets are nowhere to be read
      String written = mortal.output() + heir.output();
      assertThat(secrets.values())
          .allSatisfy(
              secret ->
                  assertThat(written)
                      .doesNotContain(secret)
                      .doesNotContain(secret.substring("whsec_".length())));
    }
  }

  @Test
  void aGatewayThatEndsInOrderLeavesNothingToBeSentTwice() {
    // given
    try (WebhookReceiver receiver = new WebhookReceiver();
        DecidingProvisioner provisioner =
            new DecidingProvisioner(VERTX, new LogSettings(broker.bootstrap()))) {
      try (TestGateway first = TestGateway.start(broker.bootstrap(), directory, SETTINGS)) {
        await().atMost(Duration.ofMinutes(1)).until(first.health::isReady);
        provisioner.start();
        Client client = first.client();
        await().until(() -> client.get(WEBHOOKS).statusCode() == 200);
        subscribe(client, receiver.url("/one"), List.of("steady"));
        create(client, "steady");
        IntStream.range(0, 10)
            .forEach(ignored -> provisioner.seen("steady", new Readiness.Ready()));
        await().atMost(Duration.ofMinutes(1)).until(() -> receiver.received().size() == 11);
      }
      // when it happens while nobody is there
      IntStream.range(0, 5).forEach(ignored -> provisioner.seen("steady", new Readiness.Ready()));
      try (TestGateway second = TestGateway.start(broker.bootstrap(), directory, SETTINGS)) {
        // then
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> second.health.isReady() && receiver.received().size() >= 16);
        assertThat(receiver.received().stream().map(Received::sequence))
            .isEqualTo(LongStream.rangeClosed(1, 16).boxed().toList());
      }
    }
  }

  /** In the order in which each came for the first time. */
  private static List<Long> firsts(WebhookReceiver receiver, String path, String workspace) {
    return receiver.received(path).stream()
        .filter(each -> each.workspace().equals(workspace))
        .map(Received::sequence)
        .distinct()
        .collect(Collectors.toList());
  }

  private static String subscribe(Client client, String url, List<String> workspaces) {
    HttpResponse<String> made =
        client.post(
            WEBHOOKS,
            JSON,
            new JsonObject()
                .put("url", url)
                .put("workspaces", String.join(",", workspaces))
                .encode());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json(made).getString("Secret");
  }

  private static void create(Client client, String name) {
    HttpResponse<String> answer = client.post(WORKSPACE + "?wait=decided", FORM, "name=" + name);
    assertThat(status(answer)).as(answer.body()).isEqualTo("creating");
  }
}
