package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The web front end, which is well when it reaches the identity server. */
final class Frontend {
  private static final String PATH = "frontend";
  private static final int LISTENING = 3000;
  private static final String HEALTH = "/api/ory/health/";

  private Frontend() {}

  static List<HasMetadata> objects(Plan plan) {
    Component component = component(plan);
    return List.of(
        configMap(Names.config(Names.FRONTEND), Api.shared(plan)),
        Ways.named(
            service(
                Names.FRONTEND,
                "ClusterIP",
                component,
                port(Names.HTTP, plan.values().number("frontend.port"), Names.HTTP)),
            "console",
            plan.credentials().api()),
        component.deployment());
  }

  private static Component component(Plan plan) {
    Values values = plan.values();
    return Parts.application(
            plan,
            Names.FRONTEND,
            PATH,
            "hash-frontend-prod",
            values.number("images.user"),
            values.number("images.group"))
        .before(Waiting.forAnswer(plan, "init-api-dependency", PATH, plan.apiUrl() + Api.HEALTH))
        .environmentOfConfigMap(Names.config(Names.FRONTEND))
        .port(Names.HTTP, LISTENING)
        .readiness(Probes.http(HEALTH + "ready", Names.HTTP, Api.PATIENT))
        .liveness(Probes.http(HEALTH + "alive", Names.HTTP, Api.PATIENT));
  }
}
