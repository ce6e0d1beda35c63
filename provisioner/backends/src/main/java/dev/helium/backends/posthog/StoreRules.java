package dev.helium.backends.posthog;

import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;

/** Rules between the values of stores: what is not made here has to be told where it is. */
final class StoreRules {
  private final Values values;
  private final BrokenRules broken;

  private StoreRules(Values values, BrokenRules broken) {
    this.values = values;
    this.broken = broken;
  }

  static void check(Values values, BrokenRules broken) {
    StoreRules rules = new StoreRules(values, broken);
    rules.storesElsewhere();
    rules.clickHouse();
    rules.zookeeper();
    rules.kafka();
  }

  private void storesElsewhere() {
    boolean postgres = !values.flag("postgresql.enabled");
    unless(
        !postgres
            || values.has("postgresql.postgresHost")
            || values.has("postgresql.postgresqlHost"),
        "postgresql.postgresHost",
        "must be given when postgresql.enabled is false");
    unless(
        !postgres
            || values.has("postgresql.postgresqlPassword")
            || values.has("postgresql.existingSecret"),
        "postgresql.postgresqlPassword",
        "must be given when postgresql.enabled is false, unless postgresql.existingSecret is");
    unless(
        values.flag("redis.enabled") || values.has("redis.host"),
        "redis.host",
        "must be given when redis.enabled is false");
    unless(
        values.flag("kafka.enabled") || values.has("kafka.url") || values.has("kafka.host"),
        "kafka.host",
        "must be given when kafka.enabled is false, unless kafka.url is");
  }

  private void clickHouse() {
    boolean here = values.flag("clickhouseOperator.enabled");
    unless(
        here || values.has("clickhouse.host"),
        "clickhouse.host",
        "must be given when clickhouseOperator.enabled is false");
    unless(
        !here || !values.has("clickhouse.host"),
        "clickhouse.host",
        "is only for a ClickHouse elsewhere: set clickhouseOperator.enabled to false");
    unless(
        !here || !values.flag("clickhouse.secure"),
        "clickhouse.secure",
        "is only for a ClickHouse elsewhere: the one that is made here speaks no TLS");
    unless(
        !here || !"default".equals(values.text("clickhouse.user")),
        "clickhouse.user",
        "must not be default, a user that every ClickHouse has");
  }

  private void zookeeper() {
    boolean here = values.flag("zookeeper.enabled");
    unless(
        here
            || !values.flag("kafka.enabled")
            || !values.words("kafka.externalZookeeper.servers").isEmpty(),
        "kafka.externalZookeeper.servers",
        "must be given when zookeeper.enabled is false");
    unless(
        here
            || !values.flag("clickhouseOperator.enabled")
            || !values.objects("clickhouse.externalZookeeper.servers").isEmpty(),
        "clickhouse.externalZookeeper.servers",
        "must be given when zookeeper.enabled is false");
  }

  /** A broker whose volume is full stops. */
  private void kafka() {
    if (values.flag("kafka.enabled") && values.flag("kafka.persistence.enabled")) {
      BigDecimal kept = new BigDecimal(values.text("kafka.logRetentionBytes").replace("_", ""));
      BigDecimal size =
          Quantity.getAmountInBytes(new Quantity(values.text("kafka.persistence.size")));
      unless(
          kept.compareTo(size) < 0,
          "kafka.logRetentionBytes",
          "must be less than kafka.persistence.size, best 70 to 80 % of it");
    }
  }

  private void unless(boolean holds, String path, String rule) {
    broken.unless(holds, path, rule);
  }
}
