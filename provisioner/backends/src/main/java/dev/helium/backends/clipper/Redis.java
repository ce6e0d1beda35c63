package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.configMap;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import java.util.Map;

/**
 * Redis: cache and sessions. It asks for its password, which is written into a file that only its
 * pod has, as its settings can name no variable.
 */
final class Redis {
  private static final String PORT = "redis";
  private static final String VOLUME = "redis-storage";
  private static final String SETTINGS = "redis-config";
  private static final String PASSWORD = "redis-password";
  private static final String PASSWORD_FOLDER = "/run/redis";
  static final int LISTENING = 6379;

  /** The user {@code redis} of the image, which is made on Alpine Linux, and its group. */
  private static final long USER = 999;

  private static final long GROUP = 1000;

  private Redis() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.has("redis")) {
      return List.of();
    }
    Values values = plan.values().at(Names.REDIS);
    Component component = component(plan, values);
    return List.of(
        configMap(
            Names.config(Names.REDIS),
            Map.of(
                "redis.conf", Template.filled("redis.conf", Map.of("SETTINGS", settings(values))))),
        Ways.to(
            component,
            values.at("service"),
            PORT,
            Ways.named("cache", plan.passwords().redis().secret())),
        component.statefulSet(Names.REDIS));
  }

  private static Component component(Plan plan, Values values) {
    Passwords.Place password = plan.passwords().redis();
    Component component =
        Parts.of(plan, Names.REDIS, "redis")
            .security(Security.restrictedPod(USER, GROUP), Security.restrictedContainer())
            .before(passwordWriter(plan, values))
            .command("redis-server", "/etc/redis/redis.conf")
            .port(PORT, LISTENING)
            // By which its client in the probes may in.
            .secretEnvironment("REDISCLI_AUTH", password.secret(), password.key())
            .mount(VOLUME, "/data")
            .volume(Volumes.configMap(SETTINGS, Names.config(Names.REDIS)))
            .mount(SETTINGS, "/etc/redis")
            .volume(
                new VolumeBuilder()
                    .withName(PASSWORD)
                    .withNewEmptyDir()
                    .withMedium("Memory")
                    .endEmptyDir()
                    .build())
            .mount(PASSWORD, PASSWORD_FOLDER)
            .readiness(Probes.command(Timing.of(5, 5), "redis-cli", "ping"))
            .liveness(Probes.command(Timing.of(30, 10), "redis-cli", "ping"));
    return Storage.in(
        component,
        VOLUME,
        values.at("persistence"),
        plan.given("redis.persistence.size", values.text("persistence.size")));
  }

  /** Without a password the file is empty, and Redis asks for none. */
  private static Container passwordWriter(Plan plan, Values values) {
    Passwords.Place password = plan.passwords().redis();
    return Component.of("write-password", Parts.image(values.at("image")))
        .command("sh", "-c", Template.text("write-password.sh"))
        .secretEnvironment("REDIS_PASSWORD", password.secret(), password.key())
        .mount(PASSWORD, PASSWORD_FOLDER)
        .resources(Resources.from(values.at("resources")))
        .asContainer();
  }

  private static String settings(Values values) {
    return values.text("redisConfig").strip();
  }
}
