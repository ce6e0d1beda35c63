package dev.helium.gateway;

import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.log.LogSettings;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Kafka, a gateway, and a provisioner that decides. */
final class TestDeployment implements AutoCloseable {
  static final String WORKSPACE = "/v1/api/workspace";

  final TestGateway gateway;
  final DecidingProvisioner provisioner;
  final Client client;
  private final KafkaBroker broker;
  private final Vertx vertx = Vertx.vertx();

  TestDeployment(Path directory) {
    broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("kafka")));
    gateway = TestGateway.start(broker.bootstrap(), directory, Map.of());
    await().atMost(Duration.ofMinutes(1)).until(gateway.health::isReady);
    provisioner = new DecidingProvisioner(vertx, new LogSettings(broker.bootstrap())).start();
    client = gateway.client();
    // The first command waits until its reader has joined.
    client.post(WORKSPACE + "?wait=decided", Client.JSON, "{\"name\":\"first\"}");
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  @Override
  public void close() {
    gateway.close();
    provisioner.close();
    Futures.await(vertx.close());
    broker.close();
  }
}
