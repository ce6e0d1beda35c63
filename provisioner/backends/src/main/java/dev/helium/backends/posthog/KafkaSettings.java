package dev.helium.backends.posthog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the broker is told that no value changes, for a broker that is alone. */
final class KafkaSettings {
  static final Map<String, String> FIXED = fixed();

  private KafkaSettings() {}

  private static Map<String, String> fixed() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("KAFKA_CFG_DELETE_TOPIC_ENABLE", "false");
    settings.put("KAFKA_CFG_AUTO_CREATE_TOPICS_ENABLE", "true");
    settings.put("KAFKA_CFG_LOG_DIRS", "/bitnami/kafka/data");
    settings.put("KAFKA_CFG_LOG_FLUSH_INTERVAL_MESSAGES", "10000");
    settings.put("KAFKA_CFG_LOG_FLUSH_INTERVAL_MS", "1000");
    settings.put("KAFKA_CFG_LOG_RETENTION_CHECK_INTERVAL_MS", "300000");
    settings.put("KAFKA_CFG_LOG_SEGMENT_BYTES", "1073741824");
    settings.put("KAFKA_CFG_MESSAGE_MAX_BYTES", "1000012");
    settings.put("KAFKA_CFG_DEFAULT_REPLICATION_FACTOR", "1");
    settings.put("KAFKA_CFG_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");
    settings.put("KAFKA_CFG_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1");
    settings.put("KAFKA_CFG_TRANSACTION_STATE_LOG_MIN_ISR", "1");
    settings.put("KAFKA_CFG_NUM_IO_THREADS", "8");
    settings.put("KAFKA_CFG_NUM_NETWORK_THREADS", "3");
    settings.put("KAFKA_CFG_NUM_PARTITIONS", "1");
    settings.put("KAFKA_CFG_NUM_RECOVERY_THREADS_PER_DATA_DIR", "1");
    settings.put("KAFKA_CFG_SOCKET_RECEIVE_BUFFER_BYTES", "102400");
    settings.put("KAFKA_CFG_SOCKET_REQUEST_MAX_BYTES", "104857600");
    settings.put("KAFKA_CFG_SOCKET_SEND_BUFFER_BYTES", "102400");
    settings.put("KAFKA_CFG_ZOOKEEPER_CONNECTION_TIMEOUT_MS", "6000");
    return Collections.unmodifiableMap(settings);
  }
}
