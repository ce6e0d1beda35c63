package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import java.util.Map;

/** The database, unless another one is used. */
final class Postgres {
  private static final String NAME = "postgres";
  private static final String SCRIPTS = "postgres-init-scripts";
  private static final String PORT = "tcp-postgresql";
  private static final int NUMBER = 5432;

  private Postgres() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().ownDatabase()) {
      return List.of();
    }
    Component postgres = component(plan);
    ServicePort port = KubernetesObjects.port(PORT, NUMBER, PORT);
    return List.of(
        KubernetesObjects.configMap(
            SCRIPTS,
            Map.of(
                "identity.sql",
                Template.filled(
                    "identity.sql", Map.of("DATABASE", new Database(plan).identityName())))),
        postgres.statefulSet("postgres-headless"),
        Labels.wayIn(
            KubernetesObjects.service(NAME, "ClusterIP", postgres, port),
            "database",
            new Database(plan).secret()),
        KubernetesObjects.headless("postgres-headless", postgres, port));
  }

  private static Component component(Plan plan) {
    Database database = new Database(plan);
    Values values = plan.values().at("postgresql");
    Component postgres =
        Pods.of(plan, NAME, Images.of(plan, "postgresql.image"), values)
            .security(anyGroup(), Security.restrictedContainer())
            .port(PORT, NUMBER)
            .environment("BITNAMI_DEBUG", "false")
            .environment("POSTGRESQL_PORT_NUMBER", String.valueOf(NUMBER))
            .environment("POSTGRESQL_VOLUME_DIR", "/bitnami/postgresql")
            .environment("PGDATA", "/bitnami/postgresql/data")
            .environment("POSTGRES_USER", database.user())
            .environment("POSTGRES_DB", database.name())
            .environment("POSTGRESQL_ENABLE_LDAP", "no")
            .environment("POSTGRESQL_ENABLE_TLS", "no")
            .environment("POSTGRESQL_LOG_HOSTNAME", "false")
            .environment("POSTGRESQL_LOG_CONNECTIONS", "false")
            .environment("POSTGRESQL_LOG_DISCONNECTIONS", "false")
            .environment("POSTGRESQL_PGAUDIT_LOG_CATALOG", "off")
            .environment("POSTGRESQL_CLIENT_MIN_MESSAGES", "error")
            .environment("POSTGRESQL_SHARED_PRELOAD_LIBRARIES", "pgaudit")
            .readiness(Probes.command(new Timing(5, 10, 5, 6), "/bin/sh", "-c", answers(database)))
            .liveness(Probes.command(new Timing(30, 10, 5, 6), "/bin/sh", "-c", answers(database)))
            .volume(Volumes.configMap("custom-init-scripts", SCRIPTS))
            .mount("custom-init-scripts", "/docker-entrypoint-initdb.d/")
            .volume(sharedMemory())
            .mount("dshm", "/dev/shm")
            .claim(
                Volumes.claim(
                    "data",
                    values.text("persistence.size"),
                    values.text("persistence.storageClass")))
            .mount("data", "/bitnami/postgresql");
    database.password(postgres, "POSTGRES_PASSWORD");
    if (!plan.values().has("global.postgresql.postgresqlExistingSecretName")) {
      postgres.secretEnvironment(
          "POSTGRES_POSTGRES_PASSWORD", Database.SECRET, DatabaseSecret.ADMINISTRATOR);
    }
    return postgres;
  }

  private static String answers(Database database) {
    return "exec pg_isready -U \"%s\" -d \"dbname=%s\" -h 127.0.0.1 -p %d"
        .formatted(database.user(), database.name(), NUMBER);
  }

  private static io.fabric8.kubernetes.api.model.Volume sharedMemory() {
    return new VolumeBuilder()
        .withName("dshm")
        .withNewEmptyDir()
        .withMedium("Memory")
        .endEmptyDir()
        .build();
  }

  /** The image's own files belong to the group of root, which a user without a name is in. */
  private static PodSecurityContext anyGroup() {
    return new PodSecurityContextBuilder(Security.restrictedPod())
        .withRunAsUser(Pods.USER)
        .withFsGroup(Pods.USER)
        .build();
  }
}
