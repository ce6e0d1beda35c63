package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.Set;

/** Where the database is, and with which secret it is opened. */
record Database(Plan plan) {
  static final String SECRET = "postgres";
  static final String PASSWORD = "postgresql-password";

  private static final String VALUES = "global.postgresql.";
  private static final String POOL = "pg-bouncer";

  /** With which the database itself, beside its pool, is asked for encryption too. */
  private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

  String host() {
    return plan.choices().cloudDatabaseProxy() ? CloudDatabaseProxy.NAME : said("postgresqlHost");
  }

  String port() {
    return said("postgresqlPort");
  }

  String user() {
    return said("postgresqlUsername");
  }

  String name() {
    return said("postgresqlDatabase");
  }

  /** That the identity service keeps its own data in. */
  String identityName() {
    return plan.named(VALUES + "identityDatabaseFullNameOverride", "dex");
  }

  /** What {@link Waits} takes; through the pool. */
  String pool() {
    return POOL + "/" + PgBouncer.PORT;
  }

  String secret() {
    return plan.named(VALUES + "postgresqlExistingSecretName", SECRET);
  }

  /** With an account of the cloud the password is never looked at, but must be there. */
  void password(Component component, String variable) {
    if (plan.values().flag("cloudsqlAuthProxy.iamLogin")) {
      component.environment(variable, "Using-iamLogin");
    } else {
      component.environment(
          new EnvVarBuilder()
              .withName(variable)
              .withNewValueFrom()
              .withNewSecretKeyRef(
                  plan.named(VALUES + "postgresqlExistingSecretKey", PASSWORD), secret(), null)
              .endValueFrom()
              .build());
    }
  }

  /** What servers of Pachyderm are told of it: the database itself, and the pool before it. */
  void describe(Component server) {
    server
        .environment("POSTGRES_HOST", host())
        .environment("POSTGRES_PORT", port())
        .environment("POSTGRES_USER", user())
        .environment("POSTGRES_DATABASE", name())
        .environment("PG_BOUNCER_HOST", POOL)
        .environment("PG_BOUNCER_PORT", String.valueOf(PgBouncer.PORT));
    if (ENCRYPTED.contains(said("postgresqlSSL"))) {
      server.environment("POSTGRES_SSL", "require");
    }
    if (!"dex".equals(identityName())) {
      server.environment("IDENTITY_SERVER_DATABASE", identityName());
    }
    password(server, "POSTGRES_PASSWORD");
  }

  String said(String name) {
    return plan.values().text(VALUES + name);
  }
}
