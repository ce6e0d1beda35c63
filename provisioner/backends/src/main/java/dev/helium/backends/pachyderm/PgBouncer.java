package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** The pool of connections to the database. */
final class PgBouncer {
  static final int PORT = 5432;

  private static final String NAME = "pg-bouncer";
  private static final String CLIENTS = "client-port";

  private PgBouncer() {}

  static List<HasMetadata> objects(Plan plan) {
    Component pool = component(plan);
    certificates(plan, pool);
    return List.of(
        pool.deployment(),
        Labels.inner(
            KubernetesObjects.service(
                NAME, "ClusterIP", pool, KubernetesObjects.port(CLIENTS, PORT, CLIENTS))));
  }

  private static Component component(Plan plan) {
    Database database = new Database(plan);
    Values values = plan.values().at("pgbouncer");
    Component pool =
        Pods.of(plan, NAME, Images.of(plan, "pgbouncer.image"), values)
            .before(Waits.until(plan, List.of(database.host() + "/" + database.port())))
            .port(CLIENTS, PORT)
            .environment("POSTGRESQL_USERNAME", database.user())
            .environment("POSTGRESQL_DATABASE", database.name())
            .environment("POSTGRESQL_HOST", host(plan, database))
            .environment("POSTGRESQL_PORT", database.port())
            .environment("PGBOUNCER_SET_USER", "True")
            .environment("PGBOUNCER_PORT", String.valueOf(PORT))
            .environment("PGBOUNCER_DATABASE", "*")
            .environment("PGBOUNCER_AUTH_TYPE", database.said("postgresqlAuthType"))
            .environment("PGBOUNCER_MAX_CLIENT_CONN", values.text("maxConnections"))
            .environment("PGBOUNCER_DEFAULT_POOL_SIZE", values.text("defaultPoolSize"))
            .environment("PGBOUNCER_POOL_MODE", "transaction")
            .environment("PGBOUNCER_IDLE_TRANSACTION_TIMEOUT", "300")
            .environment("PGBOUNCER_IGNORE_STARTUP_PARAMETERS", "extra_float_digits")
            .environment("PGBOUNCER_SERVER_TLS_SSLMODE", database.said("postgresqlSSL"))
            .environment("PGBOUNCER_UNIX_SOCKET_DIR", " ")
            .readiness(Probes.tcp(CLIENTS, Timing.USUAL))
            .liveness(
                Probes.command(
                    new Timing(0, 30, 5, 5), "/bin/sh", "-c", Template.text("pool-answers.sh")));
    database.password(pool, "POSTGRESQL_PASSWORD");
    Map.of(
            "config", "/opt/bitnami/pgbouncer/conf/",
            "pgtmp", "/opt/bitnami/pgbouncer/tmp/",
            "logs", "/opt/bitnami/pgbouncer/logs/",
            "tmp", "/tmp")
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            place ->
                pool.volume(Volumes.empty(place.getKey())).mount(place.getKey(), place.getValue()));
    return pool;
  }

  private static String host(Plan plan, Database database) {
    return plan.choices().ownDatabase() ? plan.setting().host(database.host()) : database.host();
  }

  private static void certificates(Plan plan, Component pool) {
    if (plan.values().has("global.postgresql.postgresqlSSLSecret")) {
      pool.volume(
              Volumes.secret(
                  "pg-tls-cert", plan.values().text("global.postgresql.postgresqlSSLSecret")))
          .mount("pg-tls-cert", "/pg-tls-cert")
          .environment("PGBOUNCER_SERVER_TLS_CERT_FILE", "/pg-tls-cert/tls.crt")
          .environment("PGBOUNCER_SERVER_TLS_KEY_FILE", "/pg-tls-cert/tls.key");
    }
    if (plan.values().has("global.postgresql.postgresqlSSLCACert")) {
      pool.volume(Volumes.secret(DatabaseSecret.AUTHORITY, DatabaseSecret.AUTHORITY))
          .mount(DatabaseSecret.AUTHORITY, "/pg-ca-cert")
          .environment("PGBOUNCER_SERVER_TLS_CA_FILE", "/pg-ca-cert/ca.crt");
    }
  }
}
