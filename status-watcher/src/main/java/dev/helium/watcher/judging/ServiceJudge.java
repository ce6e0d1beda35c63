package dev.helium.watcher.judging;

import dev.helium.domain.Connection;
import dev.helium.domain.ReadinessCode;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.stream.Stream;

/** A load balancer is fine when it has an address; any other service always is. */
public final class ServiceJudge implements Judge<Service> {
  @Override
  public Finding judge(Service service, Tag tag) {
    ObjectKey key = ObjectKey.of(service);
    Symptoms symptoms = new Symptoms(key);
    if (Judge.isDeleting(service)) {
      return new Finding(key, tag, new Part.Attachment(), List.of(symptoms.terminating()), "");
    }
    List<Connection> ways = ServiceWays.of(service);
    if (service.getSpec() == null || !"LoadBalancer".equals(service.getSpec().getType())) {
      return Finding.fine(key, tag, new Part.Attachment()).with(ways);
    }
    String address = address(service);
    List<Symptom> found =
        address.isEmpty()
            ? List.of(symptoms.of(ReadinessCode.LOAD_BALANCER_PENDING, "has no address yet"))
            : List.of();
    boolean hidden = Declared.of(service.getMetadata()).hidden();
    return new Finding(key, tag, new Part.Attachment(), found, hidden ? "" : address).with(ways);
  }

  private static String address(Service service) {
    return service.getStatus() == null || service.getStatus().getLoadBalancer() == null
        ? ""
        : service.getStatus().getLoadBalancer().getIngress().stream()
            .flatMap(ServiceJudge::addresses)
            .findFirst()
            .orElse("");
  }

  private static Stream<String> addresses(LoadBalancerIngress ingress) {
    return Stream.of(Judge.text(ingress.getHostname()), Judge.text(ingress.getIp()))
        .filter(address -> !address.isEmpty());
  }
}
