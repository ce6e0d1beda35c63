package dev.helium.gateway;

import dev.helium.gateway.http.Contract;
import dev.helium.service.Environment;
import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A gateway on free ports, started as its process would. */
final class TestGateway implements AutoCloseable {
  static final String TOKEN = "a-token-of-some-length";

  final Health health = new Health();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Vertx vertx = Vertx.vertx();
  private final GatewayService service;
  private final ContractCheck contract;

  private TestGateway(Environment environment) {
    service =
        new GatewayService(GatewaySettings.of(environment), InstantSource.system(), new Random(1));
    Futures.await(service.start(new ServiceContext(vertx, health, meters)));
    contract = new ContractCheck(Futures.await(Contract.load(vertx)));
  }

  /** With the token {@link #TOKEN}. */
  static TestGateway start(String bootstrap, Path directory, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("HELIUM_KAFKA_BOOTSTRAP", bootstrap);
    variables.put("HELIUM_PORT", "0");
    variables.put("HELIUM_HAZELCAST_PORT", "0");
    variables.put("HELIUM_SEALING_KEYS_FILE", directory.resolve("keys.json").toString());
    variables.put("HELIUM_TOKEN_FILE", tokenFile(directory).toString());
    variables.putAll(more);
    return new TestGateway(Environment.of(variables));
  }

  static Path tokenFile(Path directory) {
    try {
      return Files.writeString(directory.resolve("token"), TOKEN + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return service.port();
  }

  /** Where the members of other gateways find this one's. */
  String viewAddress() {
    return service.viewAddress();
  }

  Client client() {
    return new Client(port(), contract);
  }

  @Override
  public void close() {
    Futures.await(service.stop());
    Futures.await(vertx.close());
  }
}
