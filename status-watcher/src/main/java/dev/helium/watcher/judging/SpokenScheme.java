package dev.helium.watcher.judging;

import dev.helium.domain.Connection.Scheme;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a port of a service speaks: as it says itself, else as it is called, else as it is usual.
 */
final class SpokenScheme {
  private static final Set<String> WEB = Set.of("http", "web", "www", "ui", "console");
  private static final Set<Integer> USUAL_HTTP = Set.of(80, 8080);
  private static final Set<Integer> USUAL_HTTPS = Set.of(443, 8443);

  private SpokenScheme() {}

  static Scheme of(ServicePort port) {
    return switch (Judge.text(port.getProtocol())) {
      case "UDP" -> Scheme.UDP;
      case "SCTP" -> Scheme.SCTP;
      default -> overTcp(port);
    };
  }

  private static Scheme overTcp(ServicePort port) {
    String protocol = Judge.text(port.getAppProtocol()).toLowerCase(Locale.ROOT);
    return switch (protocol) {
      case "" -> byName(port);
      case "http", "kubernetes.io/ws" -> Scheme.HTTP;
      case "https", "kubernetes.io/wss" -> Scheme.HTTPS;
      case "grpc" -> Scheme.GRPC;
      default -> Scheme.TCP;
    };
  }

  private static Scheme byName(ServicePort port) {
    String name = Judge.text(port.getName());
    List<String> words = Arrays.asList(name.split("-", -1));
    if (name.isEmpty()) {
      return byNumber(port);
    }
    if (words.contains("grpc")) {
      return Scheme.GRPC;
    }
    if (words.contains("https")) {
      return Scheme.HTTPS;
    }
    return words.stream().anyMatch(WEB::contains) ? Scheme.HTTP : Scheme.TCP;
  }

  private static Scheme byNumber(ServicePort port) {
    int number = Judge.count(port.getPort());
    if (USUAL_HTTPS.contains(number)) {
      return Scheme.HTTPS;
    }
    return USUAL_HTTP.contains(number) ? Scheme.HTTP : Scheme.TCP;
  }
}
