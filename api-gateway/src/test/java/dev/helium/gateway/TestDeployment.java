package dev.helium.gateway;

import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.gateway.pages.PageSource;
import dev.helium.log.LogSettings;
import dev.helium.pages.Pages;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Kafka, a gateway, people with tokens, and a provisioner that decides. */
final class TestDeployment implements AutoCloseable {
  static final String WORKSPACE = "/v1/api/workspace";

  /** Where the files are that the gateway is told of. */
  final Path directory;

  final People people;
  final TestGateway gateway;
  final DecidingProvisioner provisioner;
  final Client client;
  private final KafkaBroker broker;
  private final Vertx vertx = Vertx.vertx();

  TestDeployment(Path directory) {
    this(directory, Map.of());
  }

  /**
   * @param more that the gateway is told
   */
  TestDeployment(Path directory, Map<String, String> more) {
    this.directory = directory;
    people = new People(directory);
    broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("kafka")));
    gateway = another(more);
    provisioner = new DecidingProvisioner(vertx, new LogSettings(broker.bootstrap())).start();
    client = gateway.client();
    // The first command waits until its reader has joined.
    client.post(WORKSPACE + "?wait=decided", Client.JSON, "{\"name\":\"first\"}");
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  /** Another gateway over the same log, with a view of its own, once it is ready. */
  TestGateway another(Map<String, String> more) {
    return another(more, new ProbePages());
  }

  /** The same with the pages that people see. */
  TestGateway anotherWithPages(Map<String, String> more) {
    return another(
        more, (api, visitors) -> new Pages(api, visitors, InstantSource.system())::mount);
  }

  private TestGateway another(Map<String, String> more, PageSource pages) {
    Map<String, String> variables = new HashMap<>(people.variables());
    // Decisions come late on a machine that is busy with other tests; none is to be missed.
    variables.put("HELIUM_DECISION_WAIT", "PT30S");
    variables.putAll(more);
    TestGateway other =
        TestGateway.start(bootstrap(), directory, variables, InstantSource.system(), pages);
    await().until(other.health::isReady);
    return other;
  }

  @Override
  public void close() {
    gateway.close();
    provisioner.close();
    Futures.await(vertx.close());
    broker.close();
  }
}
