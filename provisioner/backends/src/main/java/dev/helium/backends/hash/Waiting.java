package dev.helium.backends.hash;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Container;

/**
 * Initial containers that end when something else answers. A service has only pods that are ready
 * behind it, so what answers is ready.
 */
final class Waiting {
  private Waiting() {}

  /**
   * @param path of the component that waits: its containers ask for the same one after the other
   */
  static Container forDatabase(Plan plan, String path) {
    Values values = plan.values();
    return waiting(
            plan,
            "init-postgres-dependency",
            path,
            values.text("images.postgresClient"),
            "until pg_isready --timeout=5; do sleep 1; done")
        .environment("PGHOST", values.text("pg.host"))
        .environment("PGPORT", values.text("pg.port"))
        .environment("PGUSER", values.text("pg.user"))
        .environment("PGDATABASE", values.text("pg.database"))
        .asContainer();
  }

  static Container forCache(Plan plan, String path) {
    Values values = plan.values();
    return waiting(
            plan,
            "init-redis-dependency",
            path,
            values.text("redis.image"),
            "until timeout 5 redis-cli -h \"$REDIS_HOST\" -p \"$REDIS_PORT\" ping;"
                + " do sleep 1; done")
        .environment("REDIS_HOST", values.text("redis.host"))
        .environment("REDIS_PORT", values.text("redis.port"))
        .asContainer();
  }

  /** For an address to answer that it is well. */
  static Container forAnswer(Plan plan, String name, String path, String url) {
    return waiting(
            plan,
            name,
            path,
            plan.values().text("images.busybox"),
            "until wget -q -T 5 -O /dev/null \"$URL\"; do sleep 1; done")
        .environment("URL", url)
        .asContainer();
  }

  private static Component waiting(Plan plan, String name, String path, String image, String loop) {
    return Component.of(name, image)
        .command("sh", "-c", loop)
        .resources(Resources.from(plan.values().at(path + ".resources")));
  }
}
