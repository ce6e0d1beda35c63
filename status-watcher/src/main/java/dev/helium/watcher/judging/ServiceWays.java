package dev.helium.watcher.judging;

import dev.helium.domain.Connection;
import dev.helium.domain.Connection.Kind;
import dev.helium.domain.Connection.Scheme;
import dev.helium.domain.Hosts;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways into one service, as its type opens them. */
final class ServiceWays {
  private static final String HEADLESS = "None";

  private final Service service;
  private final ServiceSpec spec;
  private final Declared declared;
  private final boolean hasLinks;

  private ServiceWays(Service service) {
    this.service = service;
    this.spec = service.getSpec();
    this.declared = Declared.of(service.getMetadata());
    this.hasLinks = spec.getPorts().stream().anyMatch(ServiceWays::isForBrowsers);
  }

  static List<Connection> of(Service service) {
    return service.getSpec() == null
        ? List.of()
        : Connection.kept(new ServiceWays(service).all().toList());
  }

  private Stream<Connection> all() {
    if (declared.hidden()) {
      return Stream.empty();
    }
    return switch (type()) {
      case "LoadBalancer" -> hosts().flatMap(this::outside);
      case "NodePort" -> Stream.concat(nodes(), inside());
      case "ClusterIP" -> inside();
      default -> Stream.empty();
    };
  }

  /** A service without an address of its own leads to single pods. */
  private String type() {
    if (HEADLESS.equals(spec.getClusterIP())) {
      return "";
    }
    return spec.getType() == null ? "ClusterIP" : spec.getType();
  }

  private Stream<String> hosts() {
    return service.getStatus() == null || service.getStatus().getLoadBalancer() == null
        ? Stream.empty()
        : service.getStatus().getLoadBalancer().getIngress().stream()
            .map(ServiceWays::host)
            .flatMap(Optional::stream);
  }

  private static Optional<String> host(LoadBalancerIngress ingress) {
    String name = Judge.text(ingress.getHostname());
    return Hosts.read(name.isEmpty() ? Judge.text(ingress.getIp()) : name);
  }

  private Stream<Connection> outside(String host) {
    return spec.getPorts().stream()
        .flatMap(
            port ->
                isForBrowsers(port)
                    ? way(Kind.LINK, port, host, port.getPort(), "/")
                    : way(Kind.ADDRESS, port, host, port.getPort(), ""));
  }

  /** Which nodes there are is not watched; the port is the same on all of them. */
  private Stream<Connection> nodes() {
    return spec.getPorts().stream()
        .flatMap(port -> way(Kind.NODE, port, "", port.getNodePort(), ""));
  }

  private Stream<Connection> inside() {
    String host =
        service.getMetadata().getName() + "." + service.getMetadata().getNamespace() + ".svc";
    return spec.getPorts().stream()
        .flatMap(port -> way(Kind.INSIDE, port, host, port.getPort(), ""));
  }

  private Stream<Connection> way(
      Kind kind, ServicePort port, String host, Integer number, String path) {
    return Ways.safe(
        () ->
            new Connection(
                kind,
                ObjectKey.of(service).toString(),
                name(port),
                SpokenScheme.of(port),
                host,
                Judge.count(number),
                path,
                declared.credentials()));
  }

  /** What is declared is said of the ports for browsers, or of all when none is for them. */
  private String name(ServicePort port) {
    if (!declared.linkName().isEmpty() && (isForBrowsers(port) || !hasLinks)) {
      return declared.linkName();
    }
    String name = Judge.text(port.getName());
    return name.isEmpty() ? String.valueOf(port.getPort()) : name;
  }

  private static boolean isForBrowsers(ServicePort port) {
    Scheme scheme = SpokenScheme.of(port);
    return scheme == Scheme.HTTP || scheme == Scheme.HTTPS;
  }
}
