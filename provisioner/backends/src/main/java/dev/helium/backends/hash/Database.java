package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL, unless {@code pg.host} is another than ours. */
final class Database {
  private static final String PORT = "postgres";
  private static final String INITIAL = "hash-db-init";
  private static final String SCRIPT = "init-user-db.sql";

  /** The user and group {@code postgres} of the image, which is made on Alpine Linux. */
  private static final int POSTGRES = 70;

  private Database() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.ownDatabase()) {
      return List.of();
    }
    Values values = plan.values();
    Storage storage = new Storage(Names.DATABASE, values.at("pg.persistence"));
    Component component = component(plan);
    List<HasMetadata> objects = new ArrayList<>(storage.objects());
    objects.add(configMap(Names.config(Names.DATABASE), environment(values)));
    objects.add(configMap(INITIAL, Map.of(SCRIPT, Template.text(SCRIPT))));
    objects.add(servedBy(plan, component));
    objects.add(storage.mountedIn(component).deployment());
    return objects;
  }

  private static Component component(Plan plan) {
    Values values = plan.values();
    String secret = plan.credentials().database();
    return Parts.of(
            plan,
            Names.DATABASE,
            "pg",
            plan.image("pg.image", "hash-postgres"),
            "IfNotPresent",
            POSTGRES,
            POSTGRES)
        .port(PORT, values.number("pg.port"))
        .environmentOfConfigMap(Names.config(Names.DATABASE))
        .secretEnvironment("POSTGRES_PASSWORD", secret, Credentials.SUPERUSER_PASSWORD)
        .secretEnvironment("HASH_KRATOS_PG_PASSWORD", secret, Credentials.KRATOS_PASSWORD)
        .secretEnvironment("HASH_GRAPH_PG_PASSWORD", secret, Credentials.GRAPH_PASSWORD)
        .secretEnvironment("HASH_GRAPH_REALTIME_PG_PASSWORD", secret, Credentials.REALTIME_PASSWORD)
        .volume(Volumes.configMap("initial", INITIAL))
        .mount("initial", "/docker-entrypoint-initdb.d/" + SCRIPT, SCRIPT, true)
        .readiness(ready(values, Timing.of(5, 5)))
        .liveness(ready(values, Timing.of(30, 10)));
  }

  private static Probe ready(Values values, Timing timing) {
    return Probes.command(
        timing,
        "pg_isready",
        "--username=" + values.text("pg.user"),
        "--dbname=" + values.text("pg.database"));
  }

  private static Map<String, String> environment(Values values) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PGDATA", "/data/pgdata");
    // The server and its tools all go by it.
    environment.put("PGPORT", values.text("pg.port"));
    environment.put("POSTGRES_DB", values.text("pg.database"));
    environment.put("POSTGRES_USER", values.text("pg.user"));
    environment.put("HASH_KRATOS_PG_USER", values.text("kratos.pg.user"));
    environment.put("HASH_KRATOS_PG_DATABASE", values.text("kratos.pg.database"));
    environment.put("HASH_GRAPH_PG_USER", values.text("graph.pg.user"));
    environment.put("HASH_GRAPH_PG_DATABASE", values.text("graph.pg.database"));
    environment.put("HASH_GRAPH_REALTIME_PG_USER", values.text("realtime.pg.user"));
    return environment;
  }

  private static Service servedBy(Plan plan, Component component) {
    Service service =
        service(
            Names.DATABASE,
            "ClusterIP",
            component,
            port(PORT, plan.values().number("pg.port"), PORT));
    return Ways.named(service, "database", plan.credentials().database());
  }
}
