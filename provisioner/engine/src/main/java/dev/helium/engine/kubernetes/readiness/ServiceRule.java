package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A service is ready when its endpoints are and a load balancer has its address. One that selects
 * no pods now may do so in a moment: it counts as ready when nothing has changed for a while.
 */
final class ServiceRule implements ReadyRule {
  private static final Duration QUIET = Duration.ofSeconds(10);

  @Override
  public Optional<Related> related(JsonNode service) {
    return Optional.of(
        new Related(
            "discovery.k8s.io/v1",
            "EndpointSlice",
            "labelSelector=kubernetes.io/service-name="
                + service.path("metadata").path("name").asText()));
  }

  @Override
  public Verdict judge(JsonNode service, Collection<JsonNode> slices) {
    var spec = service.path("spec");
    if ("LoadBalancer".equals(spec.path("type").asText())
        && service.path("status").path("loadBalancer").path("ingress").isEmpty()) {
      return Verdict.waiting(
          "waiting for the address of the load balancer",
          List.of("the service has no address; does the cluster have load balancers?"));
    }
    if (!selectsPods(spec)) {
      return Verdict.ready();
    }
    var ready = 0;
    var pending = 0;
    for (var slice : slices) {
      for (var endpoint : slice.path("endpoints")) {
        if (endpoint.path("conditions").path("ready").asBoolean(true)) {
          ready++;
        } else if (!endpoint.path("conditions").path("terminating").asBoolean()) {
          pending++;
        }
      }
    }
    if (pending > 0) {
      return Verdict.waiting(
          "waiting for endpoints: " + ready + " of " + (ready + pending) + " ready",
          List.of("pods that the service selects are not ready"));
    }
    return ready > 0
        ? Verdict.ready()
        : new Verdict.Waiting(
            "looking for pods the service selects",
            List.of("the service selects no pod; do its selector and their labels match?"),
            QUIET);
  }

  private static boolean selectsPods(JsonNode spec) {
    return !spec.path("selector").isEmpty()
        && !"ExternalName".equals(spec.path("type").asText())
        && !"None".equals(spec.path("clusterIP").asText());
  }
}
