package dev.helium.backends.helicone;

import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Secrets;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The secrets that are made here: where no secret of somebody else's is named. */
final class OwnSecrets {
  /** Name of the secret with the key that Postgres encrypts with. */
  static final String DATABASE = "helicone-db";

  static final String ROOT_KEY = "database-root-key";

  private static final String JWT = "jwt-secret";
  private static final String POSTGRES = "postgres-password";
  private static final String CLICKHOUSE = "clickhouse-password";
  private static final String REALTIME_ENCRYPTION = "realtime-encryption-key";
  private static final String REALTIME_BASE = "realtime-key-base";

  private OwnSecrets() {}

  /** What has to be generated for them. */
  static List<GeneratedSecret> generated(Values all) {
    List<GeneratedSecret> generated = new ArrayList<>();
    if (SecretGroup.SUPABASE.isMade(all)) {
      generated.add(new GeneratedSecret.Text(JWT, 40));
    }
    if (SecretGroup.POSTGRES.isMade(all)) {
      generated.add(new GeneratedSecret.Text(POSTGRES, 32));
    }
    if (SecretGroup.CLICKHOUSE.isMade(all)) {
      generated.add(new GeneratedSecret.Text(CLICKHOUSE, 32));
    }
    if (Part.REALTIME.isIn(all)) {
      // The length of a key of AES-128.
      generated.add(new GeneratedSecret.Text(REALTIME_ENCRYPTION, 16));
      generated.add(new GeneratedSecret.Text(REALTIME_BASE, 64));
    }
    if (Part.DB.isIn(all)) {
      generated.add(new GeneratedSecret.Hexadecimal(ROOT_KEY, 32));
    }
    if (Ingresses.needCertificates(all)) {
      generated.add(new GeneratedSecret.RsaKeys(Ingresses.KEYS));
    }
    return generated;
  }

  /** All but those that belong to one component alone. */
  static List<HasMetadata> of(Plan plan) {
    List<HasMetadata> objects = new ArrayList<>();
    for (SecretGroup group : SecretGroup.values()) {
      if (group.isMade(plan.values()) && isUsed(group, plan)) {
        objects.add(secret(group, plan));
      }
    }
    return objects;
  }

  private static boolean isUsed(SecretGroup group, Plan plan) {
    return switch (group) {
      case SUPABASE, POSTGRES, CLICKHOUSE -> true;
      case SMTP -> plan.has(Part.AUTH) && Mail.isSent(plan.values());
      case REALTIME -> plan.has(Part.REALTIME);
    };
  }

  private static Secret secret(SecretGroup group, Plan plan) {
    return KubernetesObjects.secret(group.ownName(), content(group, plan));
  }

  private static Map<String, String> content(SecretGroup group, Plan plan) {
    Secrets secrets = plan.secrets();
    return switch (group) {
      case SUPABASE -> {
        String key = secrets.value(JWT);
        yield Map.of(
            Credential.JWT_SECRET.name(), key,
            Credential.ANON_KEY.name(), Tokens.of("anon", key, secrets.madeAt()),
            Credential.SERVICE_ROLE_KEY.name(), Tokens.of("service_role", key, secrets.madeAt()));
      }
      case POSTGRES ->
          Map.of(
              Credential.POSTGRES_USER.name(),
              "postgres",
              Credential.POSTGRES_PASSWORD.name(),
              secrets.value(POSTGRES));
      case CLICKHOUSE ->
          Map.of(
              Credential.CLICKHOUSE_USER.name(),
              "default",
              Credential.CLICKHOUSE_PASSWORD.name(),
              secrets.value(CLICKHOUSE));
      case SMTP ->
          Map.of(
              Credential.SMTP_USERNAME.name(), plan.values().text("smtp.username"),
              Credential.SMTP_PASSWORD.name(), plan.values().text("smtp.password"));
      case REALTIME ->
          Map.of(
              Credential.DB_ENC_KEY.name(), secrets.value(REALTIME_ENCRYPTION),
              Credential.SECRET_KEY_BASE.name(), secrets.value(REALTIME_BASE));
    };
  }
}
