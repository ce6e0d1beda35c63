package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** The pool of connections that the app's many processes share. */
final class Pgbouncer {
  static final String ADDRESS = Names.PGBOUNCER + ":6543";
  private static final String PORT = "postgresql";
  private static final long USER = 70;

  private Pgbouncer() {}

  static List<HasMetadata> objects(Setting setting, PostgresAccess access) {
    Values values = setting.values().at("pgbouncer");
    Component pool =
        Images.component(Names.PGBOUNCER, values)
            .port(PORT, 6543)
            .resources(Scaling.resources(values))
            .readiness(Probes.tcp(PORT, Timing.of(5, 10)))
            .liveness(Probes.tcp(PORT, Timing.of(15, 20)))
            .security(Security.restrictedPod(USER, USER), Security.restrictedContainer());
    App.account(setting.values()).ifPresent(pool::accountWithoutToken);
    Variables variables = new Variables();
    access.direct().addTo(variables, "DATABASE_URL", "DATABASE_PASSWORD");
    variables
        .plain("LISTEN_PORT", "6543")
        .plain("MAX_CLIENT_CONN", "1000")
        .plain("POOL_MODE", "transaction");
    GivenVariables.of("pgbouncer", values.objects("env")).addTo(variables);
    variables.addTo(pool);
    Nodes.apply(App.labelled(pool, "pgbouncer"), values);
    List<HasMetadata> objects = new ArrayList<>(Scaling.deployment(pool, values));
    objects.add(
        Ways.named(
            service(Names.PGBOUNCER, "ClusterIP", pool, port(PORT, 6543, PORT)),
            "pgbouncer",
            access.password()));
    return objects;
  }
}
