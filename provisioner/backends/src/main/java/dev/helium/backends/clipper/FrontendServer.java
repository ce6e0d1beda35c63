package dev.helium.backends.clipper;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.ArrayList;
import java.util.List;

/** The web pages, served by nginx, whose image begins as root and hands over to its own user. */
final class FrontendServer {
  private static final String HEALTH = "/health.html";

  private FrontendServer() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.has("frontend")) {
      return List.of();
    }
    Values values = plan.values().at(Names.FRONTEND);
    Component component = component(plan, values);
    Scaling scaling = new Scaling(values, component);
    List<HasMetadata> objects = new ArrayList<>(Parts.account(plan, Names.FRONTEND));
    objects.add(Ways.to(component, values.at("service"), Names.HTTP, Ways.named("console")));
    objects.add(
        scaling
            .of(Integer.parseInt(plan.given("frontend.replicaCount", values.text("replicaCount"))))
            .deployment());
    objects.addAll(scaling.objects());
    objects.addAll(Entry.objects(plan, Names.FRONTEND, "/", Ways.named("console")));
    return objects;
  }

  private static Component component(Plan plan, Values values) {
    Component component =
        Parts.of(plan, Names.FRONTEND, Names.FRONTEND)
            .security(Security.baselinePod(), handingOver())
            .port(Names.HTTP, values.number("service.targetPort"))
            .readiness(Probes.http(HEALTH, Names.HTTP, Timing.of(5, 15)))
            .liveness(Probes.http(HEALTH, Names.HTTP, Timing.of(15, 30)))
            .strategy(Parts.oneByOne())
            .graceSeconds(values.number("terminationGracePeriodSeconds"));
    return Parts.withAccount(plan, Names.FRONTEND, component);
  }

  /** No more of root than it takes to own a folder, listen on port 80 and become another user. */
  private static SecurityContext handingOver() {
    return new SecurityContextBuilder(Security.baselineContainer())
        .withNewCapabilities()
        .withDrop("ALL")
        .withAdd("CHOWN", "NET_BIND_SERVICE", "SETGID", "SETUID")
        .endCapabilities()
        .build();
  }
}
