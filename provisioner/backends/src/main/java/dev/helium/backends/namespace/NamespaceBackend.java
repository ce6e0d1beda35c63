package dev.helium.backends.namespace;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.ObjectTree;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** A namespace of one's own with a small web workload. */
public final class NamespaceBackend extends ProductBackend {
  private static final String WEB = "web";
  private static final String PORT = "http";
  private static final String ENVIRONMENT = "environment";

  @Override
  public List<GeneratedSecret> secrets(Values values) {
    return List.of();
  }

  @Override
  public List<HasMetadata> objects(Setting setting) {
    Values values = setting.values();
    Component web = web(values);
    List<HasMetadata> objects =
        new ArrayList<>(
            List.of(
                Allowances.quota(),
                Allowances.limits(),
                NetworkRules.denyAll(),
                NetworkRules.allowWeb(web.selector(), values.number("port")),
                NetworkRules.allowNames(),
                KubernetesObjects.service(
                    WEB, "LoadBalancer", web, KubernetesObjects.port(PORT, 80, PORT))));
    if (usesConfiguration(values)) {
      // Their values may be secrets.
      objects.add(KubernetesObjects.secret(ENVIRONMENT, values.texts(ENVIRONMENT)));
      web.environmentOfSecret(ENVIRONMENT);
    }
    objects.add(web.deployment());
    return List.copyOf(objects);
  }

  @Override
  protected boolean usesConfiguration(Values values) {
    return !values.texts(ENVIRONMENT).isEmpty();
  }

  /** As the stacks of workspaces know them that were made before names told the kind too. */
  @Override
  protected String logicalName(ObjectTree object) {
    return object.name();
  }

  private static Component web(Values values) {
    Component web =
        Component.of(WEB, values.text("image"))
            .port(PORT, values.number("port"))
            .replicas(values.number("replicas"))
            .resources(
                Resources.of(values.text("cpu"), values.text("memory"), "", values.text("memory")))
            .readiness(Probes.http("/", PORT, Timing.of(0, 5)))
            .liveness(Probes.http("/", PORT, Timing.of(0, 20)));
    return values.has("readyAfter")
        ? web.annotation("helium.dev/ready-after", values.text("readyAfter"))
        : web;
  }
}
