package dev.helium.backends.posthog;

import dev.helium.backends.Problem;
import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostHog with its stores. */
public final class PosthogBackend extends ProductBackend {
  private static final int PASSWORD = 32;

  /**
   * All of them always, also where another is given: one that is needed later is there, and what is
   * encrypted with it can still be read.
   */
  @Override
  public List<GeneratedSecret> secrets(Values values) {
    return List.of(
        new GeneratedSecret.Text(AppSecret.KEY, 40),
        new GeneratedSecret.Text(PostgresAccess.GENERATED, PASSWORD),
        new GeneratedSecret.Text(RedisAccess.GENERATED, PASSWORD),
        new GeneratedSecret.Text(ClickHouseAccess.GENERATED, PASSWORD));
  }

  @Override
  protected List<Problem> check(Values values) {
    return PosthogRules.broken(values);
  }

  @Override
  public List<HasMetadata> objects(Setting setting) {
    Access access = Access.of(setting);
    List<HasMetadata> objects = new ArrayList<>();
    objects.addAll(AppSecret.objects(setting, access));
    objects.addAll(Zookeeper.objects(setting));
    objects.addAll(Postgres.objects(setting, access.postgres()));
    objects.addAll(Redis.objects(setting, access.redis()));
    objects.addAll(Kafka.objects(setting));
    objects.addAll(ClickHouse.objects(setting, access.clickHouse()));
    objects.addAll(Pgbouncer.objects(setting, access.postgres()));
    objects.add(Migration.job(setting, access));
    objects.addAll(new App(setting, access).objects());
    objects.addAll(new Entrance(setting).objects());
    objects.addAll(Exporters.objects(setting.values()));
    objects.addAll(Prometheus.objects(setting));
    return objects;
  }

  @Override
  protected Map<String, String> links(Setting setting) {
    return Outputs.of(setting, Access.of(setting));
  }
}
