package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Redis, unless {@code redis.host} is another than ours. Without a password, as the API has none.
 */
final class Cache {
  private static final String PORT = "redis";

  /** The user and group {@code redis} of the image, which is made on Debian. */
  private static final int REDIS = 999;

  private Cache() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.ownCache()) {
      return List.of();
    }
    Values values = plan.values();
    Storage storage = new Storage(Names.CACHE, values.at("redis.persistence"));
    Component component = component(plan);
    List<HasMetadata> objects = new ArrayList<>(storage.objects());
    objects.add(
        configMap(Names.config(Names.CACHE), Map.of("REDIS_PORT", values.text("redis.port"))));
    objects.add(
        service(
            Names.CACHE, "ClusterIP", component, port(PORT, values.number("redis.port"), PORT)));
    objects.add(storage.mountedIn(component).deployment());
    return objects;
  }

  private static Component component(Plan plan) {
    Values values = plan.values();
    return Parts.of(
            plan, Names.CACHE, "redis", values.text("redis.image"), "IfNotPresent", REDIS, REDIS)
        .arguments("--port", values.text("redis.port"))
        .port(PORT, values.number("redis.port"))
        .environmentOfConfigMap(Names.config(Names.CACHE))
        .readiness(answers(values, Timing.of(2, 5)))
        .liveness(answers(values, Timing.of(15, 10)));
  }

  private static Probe answers(Values values, Timing timing) {
    return Probes.command(timing, "redis-cli", "-p", values.text("redis.port"), "ping");
  }
}
