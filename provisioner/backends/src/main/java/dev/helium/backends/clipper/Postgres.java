package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.configMap;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Map;

/** PostgreSQL with vectors. */
final class Postgres {
  private static final String PORT = "postgres";
  private static final String VOLUME = "postgres-storage";
  private static final String FOLDER = "/var/lib/postgresql/data";

  /** That the server listens on, whatever its service's is. */
  static final int LISTENING = 5432;

  /** The user and group {@code postgres} of the image. */
  private static final long USER = 999;

  private Postgres() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.has("postgres")) {
      return List.of();
    }
    Values values = plan.values().at(Names.POSTGRES);
    Component component = component(plan, values);
    return List.of(
        configMap(
            Names.config(Names.POSTGRES),
            Map.of(
                "POSTGRES_DB", values.text("config.database"),
                "POSTGRES_USER", values.text("config.username"))),
        Ways.to(
            component,
            values.at("service"),
            PORT,
            Ways.named("database", plan.passwords().postgres().secret())),
        component.statefulSet(Names.POSTGRES));
  }

  private static Component component(Plan plan, Values values) {
    Passwords.Place password = plan.passwords().postgres();
    Component component =
        Parts.of(plan, Names.POSTGRES, "postgres")
            .security(Security.restrictedPod(USER, USER), Security.restrictedContainer())
            .port(PORT, LISTENING)
            .environmentOfConfigMap(Names.config(Names.POSTGRES))
            .environment("PGDATA", FOLDER + "/pgdata")
            .secretEnvironment("POSTGRES_PASSWORD", password.secret(), password.key())
            .mount(VOLUME, FOLDER, "pgdata", false)
            .readiness(ready(values, Timing.of(5, 5)))
            .liveness(ready(values, Timing.of(30, 10)));
    return Storage.in(
        component,
        VOLUME,
        values.at("persistence"),
        plan.given("postgres.persistence.size", values.text("persistence.size")));
  }

  private static Probe ready(Values values, Timing timing) {
    return Probes.command(
        timing,
        "pg_isready",
        "-U",
        values.text("config.username"),
        "-d",
        values.text("config.database"));
  }
}
