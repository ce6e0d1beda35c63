package dev.helium.log;

import dev.helium.domain.Source;
import dev.helium.wire.Topics;
import io.vertx.kafka.client.common.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the log is and how it is spoken to.
 *
 * @param bootstrap brokers as {@code host:port}, comma-separated
 * @param membership for those who share partitions
 */
public record LogSettings(String bootstrap, Membership membership) {
  /** Of one record: two uploads of 256 KiB, sealed and in Base64, and room to spare. */
  static final int LARGEST_RECORD = 2 * 1024 * 1024;

  public LogSettings {
    if (bootstrap.isBlank()) {
      throw new IllegalArgumentException("the log needs the address of a Kafka broker");
    }
    Objects.requireNonNull(membership, "membership");
  }

  /** For those who share nothing, or under no name. */
  public LogSettings(String bootstrap) {
    this(bootstrap, Membership.ANONYMOUS);
  }

  static Set<TopicPartition> partitions(String topic) {
    return IntStream.range(0, Topics.PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .collect(Collectors.toUnmodifiableSet());
  }

  Map<String, String> administration() {
    return common();
  }

  /** Each record is on every in-sync replica, once, and in order before its append completes. */
  Map<String, String> producer() {
    Map<String, String> settings = common();
    settings.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    settings.put("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("linger.ms", "0");
    settings.put("max.block.ms", "5000");
    settings.put("delivery.timeout.ms", "20000");
    // Of two at once to a new partition the broker may refuse the first and take the second; it
    // then refuses the first for good, as out of order.
    settings.put("max.in.flight.requests.per.connection", "1");
    settings.put("max.request.size", Integer.toString(LARGEST_RECORD));
    settings.put("buffer.memory", Integer.toString(16 * LARGEST_RECORD));
    return settings;
  }

  /**
   * The appender of a partition's owner: whoever is it last keeps all earlier ones from writing.
   *
   * @param source whose events it appends
   * @param partition of the events
   */
  Map<String, Object> owner(Source source, int partition) {
    return transactional(appenders(source) + partition);
  }

  /**
   * The appender of a process to all partitions that a group gives it.
   *
   * @param id of this process, and of no other
   */
  Map<String, Object> appender(String id) {
    Map<String, Object> settings = transactional(id);
    // All that goes together is flushed at once, so that one request holds it: without a pause the
    // first record would go alone.
    settings.put("linger.ms", "1000");
    settings.put("batch.size", Integer.toString(64 * 1024));
    return settings;
  }

  /** What the transactional ids of all appenders of a source's events begin with. */
  static String appenders(Source source) {
    return switch (source) {
      case PROVISIONER -> "helium-events-";
      case STATUS_WATCHER -> "helium-observations-";
    };
  }

  private Map<String, Object> transactional(String id) {
    Map<String, Object> settings = new HashMap<>(producer());
    settings.put("transactional.id", id);
    // A dead owner's open transaction hides what others append after it for this long at most.
    settings.put("transaction.timeout.ms", "15000");
    settings.put("delivery.timeout.ms", "12000");
    settings.put("request.timeout.ms", "5000");
    settings.put("max.block.ms", "10000");
    // A transaction that follows at once is refused until the marks of the one before it are
    // written, which takes a few milliseconds; 100 when not named.
    settings.put("retry.backoff.ms", "10");
    settings.put("retry.backoff.max.ms", "500");
    return settings;
  }

  /** The same for who admits the requests of a partition. */
  Map<String, Object> admission(int partition) {
    Map<String, Object> settings = owner(Source.PROVISIONER, partition);
    settings.put("transactional.id", "helium-admissions-" + partition);
    return settings;
  }

  /** A reader that keeps its own place. */
  Map<String, String> reader() {
    Map<String, String> settings = common();
    settings.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    settings.put(
        "value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    // What an owner wrote that lost its partition meanwhile has never happened.
    settings.put("isolation.level", "read_committed");
    settings.put("fetch.max.wait.ms", "500");
    settings.put("max.partition.fetch.bytes", Integer.toString(LARGEST_RECORD));
    // A reader keeps what it has fetched, and a process has some: 50 MiB when not named.
    settings.put("fetch.max.bytes", Integer.toString(2 * LARGEST_RECORD));
    return settings;
  }

  /**
   * A reader that shares partitions, and its place in them, with others of its group.
   *
   * @param shares of that group, told each time what this process is given
   */
  Map<String, Object> member(GroupShares shares) {
    Map<String, Object> settings = new HashMap<>(reader());
    settings.put("group.id", shares.group());
    if (!membership.instance().isEmpty()) {
      settings.put("group.instance.id", membership.instance());
    }
    settings.put("partition.assignment.strategy", SharingAssignor.class.getName());
    settings.put(SharingAssignor.SHARES, shares);
    settings.put("session.timeout.ms", Long.toString(membership.session().toMillis()));
    settings.put("heartbeat.interval.ms", "300");
    settings.put("max.poll.interval.ms", "120000");
    settings.put("max.poll.records", "200");
    return settings;
  }

  private Map<String, String> common() {
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("request.timeout.ms", "10000");
    settings.put("default.api.timeout.ms", "15000");
    settings.put("reconnect.backoff.max.ms", "1000");
    return settings;
  }
}
