package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.configMap;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** The API. Its image keeps the program in root's home, so only root can start it. */
final class BackendServer {
  static final String PATH = "/api";

  /** Where it tells Prometheus of itself; not for those outside. */
  static final String METRICS = "/debug/metrics";

  private BackendServer() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.has("backend")) {
      return List.of();
    }
    Values values = plan.values().at(Names.BACKEND);
    Component component = component(plan);
    Scaling scaling = new Scaling(values, component);
    List<HasMetadata> objects = new ArrayList<>(Parts.account(plan, Names.BACKEND));
    objects.add(configMap(Names.config(Names.BACKEND), BackendEnvironment.of(plan)));
    objects.add(Ways.to(component, values.at("service"), Names.HTTP, Ways.named("api")));
    objects.add(
        scaling
            .of(Integer.parseInt(plan.given("backend.replicaCount", values.text("replicaCount"))))
            .deployment());
    objects.addAll(scaling.objects());
    objects.addAll(BackendNetwork.objects(plan, component));
    objects.addAll(Entry.objects(plan, Names.BACKEND, PATH, Ways.named("api")));
    return objects;
  }

  private static Component component(Plan plan) {
    Values values = plan.values().at(Names.BACKEND);
    Component component =
        Parts.of(plan, Names.BACKEND, Names.BACKEND)
            .security(Security.baselinePod(), Security.restrictedContainer())
            .before(Waiting.forPostgres(plan))
            .before(Waiting.forRedis(plan))
            .environmentOfConfigMap(Names.config(Names.BACKEND))
            .environmentOfSecret(plan.passwords().backendSecret())
            .port(Names.HTTP, values.number("service.targetPort"))
            .readiness(Probes.http("/health/ready", Names.HTTP, Timing.of(5, 15)))
            .liveness(Probes.http("/health/live", Names.HTTP, Timing.of(15, 30)))
            .strategy(Parts.oneByOne())
            .graceSeconds(values.number("terminationGracePeriodSeconds"));
    if (values.flag("migrations.enabled")) {
      component.before(Waiting.migrating(plan));
    }
    // A variable by itself counts more than one of a whole secret.
    plan.passwords()
        .postgresForBackend()
        .ifPresent(
            place ->
                component.secretEnvironment(
                    Passwords.BACKEND_POSTGRES_KEY, place.secret(), place.key()));
    plan.passwords()
        .redisForBackend()
        .ifPresent(
            place -> component.secretEnvironment(Passwords.REDIS_KEY, place.secret(), place.key()));
    return Parts.withAccount(plan, Names.BACKEND, component);
  }
}
