package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.headless;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.secret;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Postgres, unless it is elsewhere: what PostHog keeps but for events. */
final class Postgres {
  private static final String PORT = "postgresql";
  private static final String FOLDER = "/bitnami/postgresql";
  private static final String SHARED_MEMORY = "dshm";

  private Postgres() {}

  static List<HasMetadata> objects(Setting setting, PostgresAccess access) {
    Values values = setting.values().at("postgresql");
    if (!values.flag("enabled")) {
      return List.of();
    }
    Component server = server(values, access);
    List<HasMetadata> objects =
        new ArrayList<>(Storage.mount(server, values.at("persistence"), FOLDER));
    Map<String, String> content = access.password().contentOf(Names.POSTGRES);
    if (!content.isEmpty()) {
      objects.add(secret(Names.POSTGRES, content));
    }
    objects.add(
        Ways.named(
            service(Names.POSTGRES, "ClusterIP", server, port(PORT, 5432, PORT)),
            "postgres",
            access.password()));
    objects.add(headless(Names.POSTGRES + Names.HEADLESS, server, port(PORT, 5432, PORT)));
    objects.add(server.statefulSet(Names.POSTGRES + Names.HEADLESS));
    return objects;
  }

  private static Component server(Values values, PostgresAccess access) {
    Component server =
        Images.component(Names.POSTGRES, values)
            .port(PORT, 5432)
            .resources(Resources.from(values.at("resources")))
            .readiness(
                Probes.command(
                    new Timing(5, 10, 5, 6),
                    "/bin/sh",
                    "-ec",
                    answers(access)
                        + " && { [ -f /opt/bitnami/postgresql/tmp/.initialized ]"
                        + " || [ -f /bitnami/postgresql/.initialized ]; }"))
            .liveness(
                Probes.command(
                    new Timing(30, 10, 5, 6), "/bin/sh", "-c", "exec " + answers(access)))
            .security(Storage.bitnami(), Security.restrictedContainer())
            .volume(memory())
            .mount(SHARED_MEMORY, "/dev/shm");
    variables(access).addTo(server);
    return Nodes.apply(server, values);
  }

  private static String answers(PostgresAccess access) {
    return "pg_isready -U \"%s\" -d \"%s\" -h 127.0.0.1 -p 5432"
        .formatted(access.user(), access.database());
  }

  private static Variables variables(PostgresAccess access) {
    return new Variables()
        .plain("BITNAMI_DEBUG", false)
        .plain("POSTGRESQL_PORT_NUMBER", "5432")
        .plain("POSTGRESQL_VOLUME_DIR", FOLDER)
        .plain("PGDATA", FOLDER + "/data")
        .plain("POSTGRES_USER", access.user())
        .password("POSTGRES_PASSWORD", access.password())
        .plain("POSTGRES_DB", access.database())
        .plain("POSTGRESQL_ENABLE_LDAP", "no");
  }

  /** The usual 64 MiB of a container are too few for queries that run in parallel. */
  private static Volume memory() {
    return new VolumeBuilder()
        .withName(SHARED_MEMORY)
        .withNewEmptyDir()
        .withMedium("Memory")
        .endEmptyDir()
        .build();
  }
}
