package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/** How Postgres is reached, here or elsewhere. */
record PostgresAccess(String host, String port, String user, String database, Credential password) {
  static final String GENERATED = "postgresql-password";
  private static final String KEY = "postgresql-password";

  static PostgresAccess of(Setting setting) {
    Values values = setting.values().at("postgresql");
    boolean here = values.flag("enabled");
    String secret = here ? Names.POSTGRES : Names.POSTHOG;
    Credential password =
        Credential.referenced(values, "existingSecret", "existingSecretKey")
            .or(() -> Credential.given(values, "postgresqlPassword", secret, KEY))
            .orElseGet(() -> Credential.generated(setting.secrets(), GENERATED, secret, KEY));
    return new PostgresAccess(
        here ? Names.POSTGRES : elsewhere(values),
        here ? "5432" : values.text("postgresqlPort"),
        values.text("postgresqlUsername"),
        values.text("postgresqlDatabase"),
        password);
  }

  /** The document and the chart each have a name of their own for the host. */
  static String elsewhere(Values values) {
    return values.text(values.has("postgresHost") ? "postgresHost" : "postgresqlHost");
  }

  String address() {
    return host + ":" + port;
  }

  /** Of the server itself. */
  SecretUrl direct() {
    return url("postgresql-url", address());
  }

  /** Through the pool. */
  SecretUrl pooled() {
    return url("pgbouncer-url", Pgbouncer.ADDRESS);
  }

  private SecretUrl url(String key, String address) {
    return new SecretUrl(key, "postgres", user, address + "/" + database, password);
  }
}
