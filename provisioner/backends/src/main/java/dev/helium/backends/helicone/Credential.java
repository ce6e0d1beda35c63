package dev.helium.backends.helicone;

import dev.helium.backends.product.Values;

/**
 * A value that nobody may see. Its name is its key in the secret that is made, and in the one that
 * the product's instructions make; a secret of somebody else's has another key by default.
 */
enum Credential {
  JWT_SECRET(SecretGroup.SUPABASE, "secret"),
  ANON_KEY(SecretGroup.SUPABASE, "anonKey"),
  SERVICE_ROLE_KEY(SecretGroup.SUPABASE, "serviceKey"),
  POSTGRES_USER(SecretGroup.POSTGRES, "username"),
  POSTGRES_PASSWORD(SecretGroup.POSTGRES, "password"),
  CLICKHOUSE_USER(SecretGroup.CLICKHOUSE, "username"),
  CLICKHOUSE_PASSWORD(SecretGroup.CLICKHOUSE, "password"),
  SMTP_USERNAME(SecretGroup.SMTP, "username"),
  SMTP_PASSWORD(SecretGroup.SMTP, "password"),
  DB_ENC_KEY(SecretGroup.REALTIME, ""),
  SECRET_KEY_BASE(SecretGroup.REALTIME, "");

  private final SecretGroup group;
  private final String customaryKey;

  Credential(SecretGroup group, String customaryKey) {
    this.group = group;
    this.customaryKey = customaryKey;
  }

  /** Name of the secret that holds it. */
  String secret(Values all) {
    return group.name(all);
  }

  /** Its key in that secret. */
  String key(Values all) {
    String said = group.path() + ".secretKeys." + customaryKey;
    if (group.isMade(all)) {
      return name();
    }
    if (all.has(said)) {
      return all.text(said);
    }
    return group.name(all).equals(group.ownName()) ? name() : customaryKey;
  }
}
