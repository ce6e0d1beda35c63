package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import java.util.List;

/**
 * How Kafka is reached, here or elsewhere.
 *
 * @param hosts brokers with their ports, comma-separated
 */
record KafkaAccess(String hosts) {
  private static final String SCHEME = "kafka://";

  static KafkaAccess of(Setting setting) {
    Values values = setting.values().at("kafka");
    if (values.flag("enabled")) {
      return new KafkaAccess(Names.KAFKA + ":9092");
    }
    return new KafkaAccess(
        values.has("url")
            ? values.text("url").replace(SCHEME, "")
            : values.text("host") + ":" + values.text("port"));
  }

  String url() {
    return SCHEME + hosts;
  }

  List<String> addresses() {
    return List.of(hosts.split(","));
  }
}
