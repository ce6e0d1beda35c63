package dev.helium.backends.pachyderm;

import dev.helium.backends.product.KubernetesObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passwords of the database, unless they are in a secret that exists, and its certificates. */
final class DatabaseSecret {
  static final String ADMINISTRATOR = "postgresql-postgres-password";
  static final String AUTHORITY = "pg-ca-cert";

  private static final String VALUES = "global.postgresql.";

  private DatabaseSecret() {}

  static List<HasMetadata> objects(Plan plan) {
    List<HasMetadata> secrets = new ArrayList<>();
    Map<String, String> content = new LinkedHashMap<>();
    boolean given = plan.values().has(VALUES + "postgresqlExistingSecretName");
    if (!given && !plan.values().flag("cloudsqlAuthProxy.iamLogin")) {
      content.put(Database.PASSWORD, plan.given(VALUES + "postgresqlPassword", Keys.DATABASE));
      if (plan.choices().ownDatabase()) {
        content.put(
            ADMINISTRATOR,
            plan.given(VALUES + "postgresqlPostgresPassword", Keys.DATABASE_ADMINISTRATOR));
      }
      secrets.add(KubernetesObjects.secret(Database.SECRET, content));
    }
    if (plan.values().has(VALUES + "postgresqlSSLCACert")) {
      secrets.add(
          KubernetesObjects.secret(
              AUTHORITY, Map.of("ca.crt", plan.values().text(VALUES + "postgresqlSSLCACert"))));
    }
    return secrets;
  }
}
