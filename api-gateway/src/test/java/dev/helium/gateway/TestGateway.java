package dev.helium.gateway;

import dev.helium.gateway.pages.PageSource;
import dev.helium.service.Environment;
import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A gateway on free ports, started as its process would. */
final class TestGateway implements AutoCloseable {
  static final String TOKEN = "a-token-of-some-length";

  static {
    // On a machine that is busy with other tests.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  final Health health = new Health();
  private final ServiceMeters measured = new ServiceMeters("api-gateway");
  final MeterRegistry meters = measured.registry();
  private final Vertx vertx = measured.vertx(new VertxOptions());
  private final GatewayService service;

  private TestGateway(Environment environment, InstantSource clock, PageSource pages) {
    measured.show(health::isReady);
    service = new GatewayService(GatewaySettings.of(environment), clock, new Random(1), pages);
    Futures.await(service.start(new ServiceContext(vertx, health, meters)));
  }

  /** With the token {@link #TOKEN}. */
  static TestGateway start(String bootstrap, Path directory, Map<String, String> more) {
    return start(bootstrap, directory, more, InstantSource.system());
  }

  static TestGateway start(
      String bootstrap, Path directory, Map<String, String> more, InstantSource clock) {
    return start(bootstrap, directory, more, clock, new ProbePages());
  }

  /** With other pages than the one that only tells who looks. */
  static TestGateway start(
      String bootstrap,
      Path directory,
      Map<String, String> more,
      InstantSource clock,
      PageSource pages) {
    Map<String, String> variables = new HashMap<>();
    variables.put("HELIUM_KAFKA_BOOTSTRAP", bootstrap);
    variables.put("HELIUM_PORT", "0");
    variables.put("HELIUM_HAZELCAST_PORT", "0");
    variables.put("HELIUM_SEALING_KEYS_FILE", directory.resolve("keys.json").toString());
    variables.put("HELIUM_TOKEN_FILE", tokenFile(directory).toString());
    // Tests ask and end faster than anybody else, on machines that are busy with other tests.
    variables.put("HELIUM_RATE_READS", "off");
    variables.put("HELIUM_RATE_CHANGES", "off");
    variables.put("HELIUM_RATE_SIGN_INS", "off");
    variables.put("HELIUM_DRAIN_NOTICE", "PT0S");
    variables.put("HELIUM_SHED_LAG", "PT1M");
    variables.putAll(more);
    return new TestGateway(Environment.of(variables), clock, pages);
  }

  static Path tokenFile(Path directory) {
    try {
      return Files.writeString(directory.resolve("token"), TOKEN + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All that it shows of itself now. */
  Scrape scrape() {
    return measured.scrape();
  }

  int port() {
    return service.port();
  }

  /** Where the members of other gateways find this one's. */
  String viewAddress() {
    return service.viewAddress();
  }

  Client client() {
    return new Client(port(), ContractCheck.ofTheGateway());
  }

  /** Streams of events that are open. */
  double streams() {
    return meters.get("helium.stream.subscribers").gauge().value();
  }

  /** How many streams of events have ended, by reason; without those that none ended for. */
  Map<String, Double> endedStreams() {
    return meters.get("helium.stream.ended").counters().stream()
        .filter(counter -> counter.count() > 0)
        .collect(Collectors.toMap(counter -> counter.getId().getTag("reason"), Counter::count));
  }

  @Override
  public void close() {
    Futures.await(service.stop());
    Futures.await(vertx.close());
  }
}
