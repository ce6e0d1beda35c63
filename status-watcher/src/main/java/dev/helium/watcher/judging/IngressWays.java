package dev.helium.watcher.judging;

import dev.helium.domain.Connection;
import dev.helium.domain.Connection.Kind;
import dev.helium.domain.Connection.Scheme;
import dev.helium.domain.Hosts;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One link for each host and path of an ingress; for its addresses where it names no host. */
final class IngressWays {
  /** The part of a path that is the same for whatever it matches. */
  private static final Pattern PLAIN = Pattern.compile("/[-A-Za-z0-9._~/]{0,199}");

  private final Ingress ingress;
  private final IngressSpec spec;
  private final Declared declared;

  private IngressWays(Ingress ingress) {
    this.ingress = ingress;
    this.spec = ingress.getSpec();
    this.declared = Declared.of(ingress.getMetadata());
  }

  static List<Connection> of(Ingress ingress) {
    return ingress.getSpec() == null
        ? List.of()
        : Connection.kept(new IngressWays(ingress).all().toList());
  }

  private Stream<Connection> all() {
    if (declared.hidden()) {
      return Stream.empty();
    }
    return spec.getRules().isEmpty() && spec.getDefaultBackend() != null
        ? links(new IngressRule())
        : spec.getRules().stream().flatMap(this::links);
  }

  private Stream<Connection> links(IngressRule rule) {
    String host = Judge.text(rule.getHost());
    boolean secure = isSecure(host);
    return (host.isEmpty() ? addresses() : Stream.of(host))
        .flatMap(each -> Hosts.read(each).stream())
        .flatMap(each -> paths(rule).flatMap(path -> link(each, path, secure)));
  }

  private Stream<Connection> link(String host, String path, boolean secure) {
    String name = ingress.getMetadata().getName();
    return Ways.safe(
        () ->
            new Connection(
                Kind.LINK,
                ObjectKey.of(ingress).toString(),
                declared.linkName().isEmpty() ? name : declared.linkName(),
                secure ? Scheme.HTTPS : Scheme.HTTP,
                host,
                secure ? 443 : 80,
                path,
                declared.credentials()));
  }

  private static Stream<String> paths(IngressRule rule) {
    return rule.getHttp() == null || rule.getHttp().getPaths().isEmpty()
        ? Stream.of("/")
        : rule.getHttp().getPaths().stream().map(IngressWays::plain);
  }

  private static String plain(HTTPIngressPath path) {
    Matcher beginning = PLAIN.matcher(Judge.text(path.getPath()));
    return beginning.lookingAt() ? beginning.group() : "/";
  }

  private Stream<String> addresses() {
    return ingress.getStatus() == null || ingress.getStatus().getLoadBalancer() == null
        ? Stream.empty()
        : ingress.getStatus().getLoadBalancer().getIngress().stream().map(IngressWays::address);
  }

  private static String address(IngressLoadBalancerIngress ingress) {
    String name = Judge.text(ingress.getHostname());
    return name.isEmpty() ? Judge.text(ingress.getIp()) : name;
  }

  /** A certificate that names no hosts is for whatever the ingress serves. */
  private boolean isSecure(String host) {
    return spec.getTls().stream()
        .map(IngressTLS::getHosts)
        .anyMatch(
            hosts ->
                hosts.isEmpty() || hosts.stream().anyMatch(covering -> covers(covering, host)));
  }

  private static boolean covers(String covering, String host) {
    int dot = host.indexOf('.');
    return covering.equalsIgnoreCase(host)
        || (covering.startsWith("*.")
            && dot > 0
            && covering.substring(1).equalsIgnoreCase(host.substring(dot)));
  }
}
