package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/**
 * How ClickHouse is reached, here or elsewhere.
 *
 * @param secure whether it speaks TLS
 */
record ClickHouseAccess(
    String host, boolean secure, String database, String user, Credential password) {
  static final String GENERATED = "clickhouse-password";
  private static final String KEY = "clickhouse-password";

  static ClickHouseAccess of(Setting setting) {
    Values values = setting.values().at("clickhouse");
    boolean here = setting.values().flag("clickhouseOperator.enabled");
    String secret = here ? Names.CLICKHOUSE : Names.POSTHOG;
    Credential password =
        Credential.referenced(values, "existingSecret", "existingSecretKey")
            .or(() -> Credential.given(values, "password", secret, KEY))
            .orElseGet(
                () ->
                    here
                        ? Credential.generated(setting.secrets(), GENERATED, secret, KEY)
                        : new Credential.None());
    return new ClickHouseAccess(
        here ? Names.CLICKHOUSE : values.text("host"),
        values.flag("secure"),
        values.text("database"),
        values.text("user"),
        password);
  }

  /** Of its own protocol. */
  String address() {
    return host + ":" + (secure ? "9440" : "9000");
  }
}
