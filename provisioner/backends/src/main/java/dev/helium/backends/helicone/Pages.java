package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;

/** Helicone itself: its pages, which first bring both databases to their shape, and its proxy. */
final class Pages {
  private static final ResourceRequirements BEFORE = Resources.of("50m", "128Mi", "1", "1Gi");

  private Pages() {}

  static List<HasMetadata> web(Plan plan) {
    Values values = Part.WEB.in(plan.values());
    Assembly assembly = Assembly.of(plan, Part.WEB);
    Environment environment = assembly.environment();
    assembly
        .component()
        .before(Waiting.forDatabase(plan, environment, BEFORE))
        .before(supabase(values.at("supabaseMigrationRunner.image"), environment))
        .before(clickHouse(values.at("clickhouseMigrationRunner.image"), environment));
    return assembly.objects();
  }

  static List<HasMetadata> worker(Plan plan) {
    Assembly assembly = Assembly.of(plan, Part.WORKER);
    assembly
        .component()
        .command("/bin/bash", "-c")
        .arguments(
            "env > .dev.vars && echo n | npx wrangler dev --local --ip 0.0.0.0 --port "
                + Part.WORKER.port());
    return assembly.objects();
  }

  private static Container supabase(Values image, Environment environment) {
    Component runner = runner("supabase-migration-runner", image);
    environment.into(
        runner,
        "DB_DRIVER",
        "DB_HOST",
        "DB_PORT",
        "DB_NAME",
        "DB_USER",
        "DB_PASSWORD",
        "DATABASE_URL");
    return runner.asContainer();
  }

  private static Container clickHouse(Values image, Environment environment) {
    Component runner =
        runner("clickhouse-migration-runner", image)
            .command("/bin/bash", "-c", Template.text("clickhouse-migrate.sh"));
    environment.into(runner, "CLICKHOUSE_HOST", "CLICKHOUSE_USER", "CLICKHOUSE_PASSWORD");
    return runner.asContainer();
  }

  private static Component runner(String name, Values image) {
    return Component.of(name, Images.name(image))
        .pullPolicy(image.text("pullPolicy"))
        .resources(BEFORE);
  }
}
