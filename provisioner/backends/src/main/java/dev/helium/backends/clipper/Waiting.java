package dev.helium.backends.clipper;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.Map;

/**
 * Initial containers of the API: it ends at its start when it cannot reach the database or the
 * cache, and is wrong about the tables when they were never made.
 */
final class Waiting {
  /** Nobody's, in all of these images. */
  private static final long NOBODY = 65_534;

  private Waiting() {}

  static Container forPostgres(Plan plan) {
    Map<String, String> environment = BackendEnvironment.of(plan);
    return of(plan, "wait-for-postgres", Parts.image(plan.values().at("clipper-postgres.image")))
        .command("sh", "-c", "until pg_isready --timeout=5; do sleep 1; done")
        .environment("PGHOST", environment.get("DB_HOST"))
        .environment("PGPORT", environment.get("DB_PORT"))
        .environment("PGUSER", environment.get("DB_USER"))
        .environment("PGDATABASE", environment.get("DB_NAME"))
        .asContainer();
  }

  static Container forRedis(Plan plan) {
    Map<String, String> environment = BackendEnvironment.of(plan);
    Passwords.Place password =
        plan.passwords()
            .redisForBackend()
            .orElse(new Passwords.Place(plan.passwords().backendSecret(), Passwords.REDIS_KEY));
    return of(plan, "wait-for-redis", Parts.image(plan.values().at("clipper-redis.image")))
        .command(
            "sh",
            "-c",
            "until timeout 5 redis-cli -h \"$REDIS_HOST\" -p \"$REDIS_PORT\" ping;"
                + " do sleep 1; done")
        .environment("REDIS_HOST", environment.get("REDIS_HOST"))
        .environment("REDIS_PORT", environment.get("REDIS_PORT"))
        .secretEnvironment("REDISCLI_AUTH", password.secret(), password.key())
        .asContainer();
  }

  /** The migrations lock each other out, so that every pod may run them. */
  static Container migrating(Plan plan) {
    Values migrations = plan.values().at("clipper-backend.migrations");
    return of(plan, "migrate", Parts.image(migrations.at("image")))
        .pullPolicy(migrations.text("image.pullPolicy"))
        .command("sh", "-c", "exec migrate -path \"$MIGRATIONS\" -database \"$DATABASE_URL\" up")
        .environment("MIGRATIONS", migrations.text("path"))
        .secretEnvironment(
            "DATABASE_URL", plan.passwords().backendSecret(), ClipperSecrets.DATABASE_URL)
        .asContainer();
  }

  private static Component of(Plan plan, String name, String image) {
    return Component.of(name, image)
        .security(
            Security.restrictedPod(),
            new SecurityContextBuilder(Security.restrictedContainer())
                .withRunAsNonRoot(true)
                .withRunAsUser(NOBODY)
                .build())
        .resources(Resources.from(plan.values().at("clipper-backend.resources")));
  }
}
