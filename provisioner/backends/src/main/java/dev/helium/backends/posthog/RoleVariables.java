package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/** What each kind of the app's pods is told. */
final class RoleVariables {
  private final Values values;
  private final Access access;
  private final AppVariables groups;

  RoleVariables(Setting setting, Access access) {
    this.values = setting.values();
    this.access = access;
    this.groups = new AppVariables(setting, access);
  }

  /** Of pages and of the taking of events. */
  Variables web() {
    Variables variables = new Variables();
    groups.browser(variables);
    return given(serving(variables), "web", "web.env");
  }

  Variables worker() {
    return given(serving(new Variables()), "worker", "worker.env");
  }

  Variables beat() {
    Variables variables = python(new Variables());
    groups.database(variables);
    groups.ingestion(variables);
    GivenVariables.of("beat", values.objects("beat.env")).addTo(variables);
    return variables;
  }

  Variables migrate() {
    Variables variables = python(new Variables());
    groups.databaseItself(variables);
    given(variables, "worker", "worker.env");
    GivenVariables.of("migrate", values.objects("hooks.migrate.env")).addTo(variables);
    return variables;
  }

  /** The plugin server is no part of the Django app, and reads other names. */
  Variables plugins() {
    Variables variables = new Variables();
    groups.application(variables);
    access.postgres().pooled().addTo(variables, "DATABASE_URL", "DATABASE_PASSWORD");
    variables.plain("USING_PGBOUNCER", true);
    access.redis().url().addTo(variables, "REDIS_URL", "REDIS_PASSWORD");
    groups.metrics(variables);
    groups.clickHouse(variables);
    variables.plain("KAFKA_ENABLED", true).plain("KAFKA_HOSTS", access.kafka().hosts());
    groups.ingestion(variables);
    groups.installation(variables);
    return given(variables, "plugins", "plugins.env");
  }

  /** What the Django app needs to begin with the plugin server's variables beside it. */
  Variables pluginsCheck() {
    Variables variables = python(new Variables());
    groups.database(variables);
    return variables;
  }

  private Variables serving(Variables variables) {
    python(variables);
    groups.database(variables);
    groups.metrics(variables);
    groups.ingestion(variables);
    return variables;
  }

  private Variables python(Variables variables) {
    groups.site(variables);
    groups.application(variables);
    groups.redis(variables);
    groups.mail(variables);
    variables.plain("PRIMARY_DB", "clickhouse");
    groups.clickHouse(variables);
    groups.kafka(variables);
    groups.installation(variables);
    return variables;
  }

  private Variables given(Variables variables, String scope, String path) {
    GivenVariables.shared(values).addTo(variables);
    GivenVariables.of(scope, values.objects(path)).addTo(variables);
    return variables;
  }
}
