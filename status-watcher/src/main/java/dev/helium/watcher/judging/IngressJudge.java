package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * An ingress tells its links, and its host or else its address.
 *
 * <p>It is never waited for: many controllers leave its status empty for ever.
 */
public final class IngressJudge implements Judge<Ingress> {
  @Override
  public Finding judge(Ingress ingress, Tag tag) {
    ObjectKey key = ObjectKey.of(ingress);
    if (Judge.isDeleting(ingress)) {
      return new Finding(
          key, tag, new Part.Attachment(), List.of(new Symptoms(key).terminating()), "");
    }
    String address =
        Stream.concat(hosts(ingress), addresses(ingress))
            .filter(candidate -> !candidate.isEmpty())
            .findFirst()
            .orElse("");
    boolean hidden = Declared.of(ingress.getMetadata()).hidden();
    return new Finding(key, tag, new Part.Attachment(), List.of(), hidden ? "" : address)
        .with(IngressWays.of(ingress));
  }

  private static Stream<String> hosts(Ingress ingress) {
    return ingress.getSpec() == null
        ? Stream.empty()
        : ingress.getSpec().getRules().stream().map(IngressRule::getHost).map(Judge::text);
  }

  private static Stream<String> addresses(Ingress ingress) {
    return ingress.getStatus() == null || ingress.getStatus().getLoadBalancer() == null
        ? Stream.empty()
        : ingress.getStatus().getLoadBalancer().getIngress().stream()
            .flatMap(IngressJudge::addresses);
  }

  private static Stream<String> addresses(IngressLoadBalancerIngress ingress) {
    return Stream.of(Judge.text(ingress.getHostname()), Judge.text(ingress.getIp()));
  }
}
