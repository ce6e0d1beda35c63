package dev.helium.backends.helicone;

import dev.helium.backends.product.Values;

/** Secrets by what they open. Each is made here or, where values name one, is there already. */
enum SecretGroup {
  SUPABASE("helicone-supabase", "jwt"),
  POSTGRES("helicone-postgres", "db"),
  CLICKHOUSE("helicone-clickhouse", "clickhouse"),
  SMTP("helicone-smtp", "smtp"),
  REALTIME("helicone-realtime", "");

  private final String ownName;
  private final String path;

  SecretGroup(String ownName, String path) {
    this.ownName = ownName;
    this.path = path;
  }

  /** Of the one that is made, and of the one that the product's own instructions make. */
  String ownName() {
    return ownName;
  }

  /** Of the values that say where it is. */
  String path() {
    return path;
  }

  boolean isMade(Values all) {
    return path.isEmpty() || !all.has(path + ".secretName");
  }

  String name(Values all) {
    return isMade(all) ? ownName : all.text(path + ".secretName");
  }
}
