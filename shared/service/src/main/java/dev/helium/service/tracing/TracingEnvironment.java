package dev.helium.service.tracing;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether there are traces, and where they go, as the environment says it to every service. */
public final class TracingEnvironment {
  private static final String TRACES = "HELIUM_TRACES";
  private static final String PATH = "/v1/traces";
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(5);

  /** It would say for every failure what is said here once; it has to be held to stay silent. */
  private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

  private TracingEnvironment() {}

  /** Off unless the environment says where spans go. */
  public static Tracing open(Environment environment, String service, MeterRegistry meters) {
    Optional<String> receiver = environment.find(TRACES);
    if (receiver.isEmpty()) {
      return Tracing.off();
    }
    LIBRARY.setLevel(Level.OFF);
    return new SdkTracing(
        OtlpHttpSpanExporter.builder()
            .setEndpoint(address(receiver.get().strip()))
            .setTimeout(LONGEST_REQUEST)
            .build(),
        process(environment, service),
        meters);
  }

  /** Hands on what waits, for 2 s at most. */
  public static void close(Tracing tracing) {
    switch (tracing) {
      case NoTracing ignored -> {}
      case SdkTracing on -> on.close();
    }
  }

  private static String address(String receiver) {
    try {
      URI address = new URI(receiver);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (web
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawQuery() == null
          && address.getRawFragment() == null) {
        return receiver.replaceAll("/+$", "") + PATH;
      }
    } catch (URISyntaxException notAnAddress) {
      throw broken();
    }
    throw broken();
  }

  private static ConfigurationException broken() {
    return new ConfigurationException(
        TRACES,
        "must be the address of an OTLP/HTTP receiver, such as http://127.0.0.1:4318, with neither"
            + " user nor query");
  }

  private static Resource process(Environment environment, String service) {
    AttributesBuilder attributes =
        Attributes.builder().put("service.namespace", "helium").put("service.name", service);
    String instance = environment.name("HELIUM_INSTANCE");
    if (!instance.isEmpty()) {
      attributes.put("service.instance.id", instance);
    }
    return Resource.create(attributes.build());
  }
}
