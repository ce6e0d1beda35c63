package dev.helium.backends.pachyderm;

import java.util.Map;

/** Names of load balancers, for the controller that writes them into the DNS where there is one. */
final class DnsNames {
  private static final String SECONDS = "300";

  private DnsNames() {}

  /**
   * Annotations of a service.
   *
   * @param type of the service
   * @param host with or without a port; empty for none
   */
  static Map<String, String> of(String type, String host) {
    return "LoadBalancer".equals(type) && !host.isEmpty()
        ? Map.of(
            "external-dns.alpha.kubernetes.io/hostname",
            host.split(":", 2)[0],
            "external-dns.alpha.kubernetes.io/ttl",
            SECONDS)
        : Map.of();
  }
}
