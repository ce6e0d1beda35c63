package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.List;

/** Writes the events of the namespace into its log, so that they are kept with all others. */
final class EventTail {
  private static final String NAME = "pachyderm-kube-event-tail";
  private static final String PORT = "debug";
  private static final int NUMBER = 8081;

  private EventTail() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.values().flag("kubeEventTail.enabled")) {
      return List.of();
    }
    List<HasMetadata> objects =
        new ArrayList<>(
            Accounts.withRights(
                plan,
                NAME,
                List.of(
                    new PolicyRuleBuilder()
                        .withApiGroups("")
                        .withResources("events")
                        .withVerbs("get", "watch", "list")
                        .build())));
    objects.add(component(plan).deployment());
    return objects;
  }

  private static Component component(Plan plan) {
    return Pods.of(
            plan, NAME, Images.of(plan, "kubeEventTail.image"), plan.values().at("kubeEventTail"))
        .account(NAME)
        .environment("DEBUG_ADDRESS", "0.0.0.0:" + NUMBER)
        .environment("NAMESPACE", plan.namespace())
        .port(PORT, NUMBER)
        .readiness(Probes.http("/healthz", PORT, Timing.USUAL))
        .liveness(Probes.http("/healthz", PORT, Timing.USUAL));
  }
}
