package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/** Groups of variables that the app's pods are told; each kind of pod takes those it reads. */
final class AppVariables {
  private final Setting setting;
  private final Values values;
  private final Access access;

  AppVariables(Setting setting, Access access) {
    this.setting = setting;
    this.values = setting.values();
    this.access = access;
  }

  void site(Variables variables) {
    variables.plain("SITE_URL", Site.url(values));
  }

  void application(Variables variables) {
    variables
        .plain("DEPLOYMENT", "helm_" + values.text("cloud") + "_ha")
        .plain("SENTRY_DSN", optional("sentryDSN"))
        .secret("SECRET_KEY", Names.POSTHOG, AppSecret.KEY);
  }

  void browser(Variables variables) {
    variables.plain("DISABLE_SECURE_SSL_REDIRECT", "1").plain("IS_BEHIND_PROXY", "1");
    if (!values.flag("web.secureCookies")) {
      variables.plain("SECURE_COOKIES", "0");
    }
  }

  /** Through the pool. */
  void database(Variables variables) {
    database(variables, Names.PGBOUNCER, "6543", true);
  }

  /** Past the pool, which ends statements that take long. */
  void databaseItself(Variables variables) {
    database(variables, access.postgres().host(), access.postgres().port(), false);
  }

  private void database(Variables variables, String host, String port, boolean pooled) {
    variables
        .plain("POSTHOG_DB_USER", access.postgres().user())
        .plain("POSTHOG_DB_NAME", access.postgres().database())
        .password("POSTHOG_DB_PASSWORD", access.postgres().password())
        .plain("POSTHOG_POSTGRES_HOST", host)
        .plain("POSTHOG_POSTGRES_PORT", port)
        .plain("USING_PGBOUNCER", pooled);
  }

  void redis(Variables variables) {
    variables
        .password("POSTHOG_REDIS_PASSWORD", access.redis().password())
        .plain("POSTHOG_REDIS_HOST", access.redis().host())
        .plain("POSTHOG_REDIS_PORT", access.redis().port());
  }

  void metrics(Variables variables) {
    if (values.flag("statsd.enabled")) {
      variables.plain("STATSD_HOST", Names.STATSD).plain("STATSD_PORT", "9125");
    }
  }

  void mail(Variables variables) {
    variables
        .plain("EMAIL_HOST", optional("email.host"))
        .plain("EMAIL_PORT", optional("email.port"))
        .plain("EMAIL_HOST_USER", optional("email.user"))
        .password(
            "EMAIL_HOST_PASSWORD",
            Credential.referenced(values, "email.existingSecret", "email.existingSecretKey")
                .orElseGet(() -> new Credential.Kept(Names.POSTHOG, AppSecret.MAIL, "")))
        .plain("EMAIL_USE_TLS", values.text("email.use_tls"))
        .plain("EMAIL_USE_SSL", values.text("email.use_ssl"))
        .plain("DEFAULT_FROM_EMAIL", optional("email.from_email"));
  }

  void clickHouse(Variables variables) {
    variables
        .plain("CLICKHOUSE_DATABASE", access.clickHouse().database())
        .plain("CLICKHOUSE_HOST", access.clickHouse().host())
        .plain("CLICKHOUSE_USER", access.clickHouse().user())
        .password("CLICKHOUSE_PASSWORD", access.clickHouse().password())
        .plain("CLICKHOUSE_REPLICATION", values.text("clickhouse.replication"))
        .plain("CLICKHOUSE_SECURE", access.clickHouse().secure())
        .plain("CLICKHOUSE_VERIFY", values.text("clickhouse.verify"))
        .plain("CLICKHOUSE_ASYNC", values.text("clickhouse.async"))
        .plain("CAPTURE_INTERNAL_METRICS", values.text("web.internalMetrics.capture"));
  }

  void kafka(Variables variables) {
    variables.plain("KAFKA_URL", access.kafka().url());
  }

  void ingestion(Variables variables) {
    if (values.flag("plugins.ingestion.enabled")) {
      variables.plain("PLUGIN_SERVER_INGESTION", true);
    }
  }

  void installation(Variables variables) {
    variables.plain("HELM_INSTALL_INFO", Site.installation(setting));
  }

  private String optional(String path) {
    return values.has(path) ? values.text(path) : "";
  }
}
