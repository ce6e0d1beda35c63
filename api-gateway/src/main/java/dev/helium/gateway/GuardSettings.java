package dev.helium.gateway;

import dev.helium.gateway.connection.ConnectionLimits;
import dev.helium.gateway.connection.OpenFiles;
import dev.helium.gateway.guard.Rate;
import dev.helium.gateway.guard.RequestRates;
import dev.helium.gateway.tls.TlsFiles;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway is told about too much, about TLS, and about its end.
 *
 * @param rates a kind of requests that is missing is not limited
 * @param signIns how many may fail from one host; empty for as many as like
 * @param lag how late the event loops may be before changes are turned away
 * @param notice between the word that it ends and the end of taking connections
 * @param loops event loops that serve HTTP
 * @param open whether nobody is asked for a token
 */
record GuardSettings(
    Map<RequestRates.Kind, Rate> rates,
    Optional<Rate> signIns,
    ConnectionLimits connections,
    Duration lag,
    Optional<TlsFiles> tls,
    Duration notice,
    int loops,
    boolean open) {
  private static final Logger LOG = LoggerFactory.getLogger(GuardSettings.class);
  private static final String CERTIFICATE = "HELIUM_TLS_CERTIFICATE";
  private static final String KEY = "HELIUM_TLS_KEY";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONGEST_NOTICE = Duration.ofSeconds(5);
  private static final int MOST_CONNECTIONS = 1_000_000;
  private static final int MOST_LOOPS = 16;

  GuardSettings {
    rates = Map.copyOf(rates);
  }

  static GuardSettings of(Environment environment) {
    ConnectionLimits usual = ConnectionLimits.DEFAULT;
    return new GuardSettings(
        rates(environment),
        rate(environment, "HELIUM_RATE_SIGN_INS", "10/20", Duration.ofMinutes(1)),
        usual.withNumbers(
            environment.integer("HELIUM_CONNECTIONS", usual.most(), 1, MOST_CONNECTIONS),
            environment.integer(
                "HELIUM_CONNECTIONS_OF_HOST", usual.mostOfHost(), 1, MOST_CONNECTIONS)),
        environment.duration(
            "HELIUM_SHED_LAG",
            Duration.ofMillis(500),
            Duration.ofMillis(10),
            Duration.ofMinutes(1)),
        tls(environment),
        environment.duration(
            "HELIUM_DRAIN_NOTICE", Duration.ofSeconds(1), Duration.ZERO, LONGEST_NOTICE),
        environment.integer("HELIUM_HTTP_LOOPS", 1, 1, MOST_LOOPS),
        environment.text("HELIUM_AUTH", "on").equals("off"));
  }

  /**
   * Says so when tokens would go over the network in plain text, and when there may be fewer open
   * files than connections.
   *
   * @param outside whether others than this machine reach the gateway
   */
  void warn(boolean outside) {
    if (outside && tls.isEmpty()) {
      LOG.atWarn()
          .log("other machines reach this without TLS: let a proxy do it, or set " + CERTIFICATE);
    }
    OpenFiles.warn(connections.most());
  }

  private static Map<RequestRates.Kind, Rate> rates(Environment environment) {
    Map<RequestRates.Kind, Rate> rates = new EnumMap<>(RequestRates.Kind.class);
    rate(environment, "HELIUM_RATE_READS", "200/400", SECOND)
        .ifPresent(rate -> rates.put(RequestRates.Kind.READS, rate));
    rate(environment, "HELIUM_RATE_CHANGES", "20/60", SECOND)
        .ifPresent(rate -> rates.put(RequestRates.Kind.CHANGES, rate));
    return rates;
  }

  private static Optional<Rate> rate(
      Environment environment, String variable, String usual, Duration unit) {
    String text = environment.text(variable, usual);
    try {
      return text.equals("off") ? Optional.empty() : Optional.of(Rate.parse(text, unit));
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException(variable, invalid.getMessage() + ", or off");
    }
  }

  private static Optional<TlsFiles> tls(Environment environment) {
    Optional<Path> certificate = environment.optionalPath(CERTIFICATE);
    Optional<Path> key = environment.optionalPath(KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new ConfigurationException(
          certificate.isPresent() ? KEY : CERTIFICATE, "must be set too, or neither of the two");
    }
    return certificate.flatMap(file -> key.map(secret -> new TlsFiles(file, secret)));
  }
}
