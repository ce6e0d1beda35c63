package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.configMap;
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
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Redis, unless it is elsewhere: the queue of the workers, and a cache. */
final class Redis {
  private static final String PORT = "redis";
  private static final String CONFIGURATION = Names.REDIS + "-configuration";
  private static final String FOLDER = "/opt/bitnami/redis/mounted-etc";

  private Redis() {}

  static List<HasMetadata> objects(Setting setting, RedisAccess access) {
    Values values = setting.values().at("redis");
    if (!values.flag("enabled")) {
      return List.of();
    }
    Component server = server(values, access);
    List<HasMetadata> objects =
        new ArrayList<>(
            Storage.mount(server, values.at("master.persistence"), size(values), "/data"));
    Map<String, String> content = access.password().contentOf(Names.REDIS);
    if (!content.isEmpty()) {
      objects.add(secret(Names.REDIS, content));
    }
    objects.add(
        configMap(
            CONFIGURATION,
            Map.of(
                "redis.conf", Template.text("redis.conf"),
                "start.sh", Template.text("redis-start.sh"),
                "ping.sh", Template.text("redis-ping.sh"))));
    objects.add(
        Ways.named(
            service(Names.REDIS_MASTER, "ClusterIP", server, port(PORT, 6379, PORT)),
            "redis",
            access.password()));
    objects.add(headless(Names.REDIS + Names.HEADLESS, server, port(PORT, 6379, PORT)));
    objects.add(server.statefulSet(Names.REDIS + Names.HEADLESS));
    return objects;
  }

  private static Component server(Values values, RedisAccess access) {
    Component server =
        Images.component(Names.REDIS_MASTER, values)
            .command("/bin/bash", FOLDER + "/start.sh")
            .port(PORT, 6379)
            .resources(Resources.from(values.at("master.resources")))
            .readiness(Probes.command(new Timing(5, 5, 2, 5), ping("1", "PONG")))
            .liveness(Probes.command(new Timing(5, 5, 6, 5), ping("5", "PONG|LOADING")))
            .security(Storage.bitnami(), Security.restrictedContainer())
            .volume(Volumes.configMap("config", CONFIGURATION))
            .volume(Volumes.empty("tmp"))
            .mount("config", FOLDER)
            .mount("tmp", "/tmp");
    variables(access).addTo(server);
    return Nodes.applySpread(server, values.at("master"));
  }

  /** The document has a shorter name for it than the chart. */
  private static String size(Values values) {
    return values.text(values.has("master.size") ? "master.size" : "master.persistence.size");
  }

  private static String[] ping(String seconds, String answer) {
    return new String[] {"/bin/bash", FOLDER + "/ping.sh", seconds, answer};
  }

  /** The tool for asking reads its password from a variable of another name than the server. */
  private static Variables variables(RedisAccess access) {
    boolean open = access.password() instanceof Credential.None;
    return new Variables()
        .plain("BITNAMI_DEBUG", false)
        .plain("REDIS_REPLICATION_MODE", "master")
        .plain("ALLOW_EMPTY_PASSWORD", open ? "yes" : "no")
        .password("REDIS_PASSWORD", access.password())
        .password("REDISCLI_AUTH", access.password())
        .plain("REDIS_TLS_ENABLED", "no")
        .plain("REDIS_PORT", "6379");
  }
}
