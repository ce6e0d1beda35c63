package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import java.util.ArrayList;
import java.util.List;

/** How pods reach the four stores. */
record Access(
    PostgresAccess postgres, RedisAccess redis, KafkaAccess kafka, ClickHouseAccess clickHouse) {
  static Access of(Setting setting) {
    return new Access(
        PostgresAccess.of(setting),
        RedisAccess.of(setting),
        KafkaAccess.of(setting),
        ClickHouseAccess.of(setting));
  }

  /** What has to answer before migrations can run. */
  List<String> stores() {
    List<String> addresses = new ArrayList<>();
    addresses.add(postgres.address());
    addresses.add(redis.address());
    addresses.add(clickHouse.address());
    addresses.addAll(kafka.addresses());
    return addresses;
  }

  /** What has to answer before the app can start. */
  List<String> storesThroughThePool() {
    List<String> addresses = new ArrayList<>(stores());
    addresses.set(0, Pgbouncer.ADDRESS);
    return addresses;
  }
}
