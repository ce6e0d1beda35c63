package dev.helium.log;

import dev.helium.log.RecordReader.RecordHandler;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest record of each key among those read so far. Safe for any thread. */
final class NewestRecords<T> implements RecordHandler {
  private static final Logger LOG = LoggerFactory.getLogger(NewestRecords.class);

  private final KeyedTopic<T> topic;
  private final Consumer<NewestRecords<T>> changed;
  private final Map<String, T> records = new ConcurrentHashMap<>();
  private final AtomicLongArray next = new AtomicLongArray(Topics.PARTITIONS);

  /**
   * @param changed called after each record, on the thread that reads
   */
  NewestRecords(KeyedTopic<T> topic, Consumer<NewestRecords<T>> changed) {
    this.topic = topic;
    this.changed = changed;
  }

  Map<String, T> all() {
    return Map.copyOf(records);
  }

  Optional<T> find(String key) {
    return Optional.ofNullable(records.get(key));
  }

  /** Whether the record of a place, and all before it, count. */
  boolean includes(Place place) {
    return next.get(place.partition()) > place.offset();
  }

  @Override
  public Future<Void> handle(KafkaConsumerRecord<String, byte[]> record) {
    String key = Objects.requireNonNullElse(record.key(), "");
    if (record.record().value() == null) {
      records.remove(key);
    } else {
      read(key, record);
    }
    next.set(record.partition(), record.offset() + 1);
    changed.accept(this);
    return Future.succeededFuture();
  }

  private void read(String key, KafkaConsumerRecord<String, byte[]> record) {
    try {
      records.put(key, Records.read(() -> topic.decode().apply(Records.encoded(record))));
    } catch (UnreadableException unreadable) {
      // What was said before is not the newest any more.
      records.remove(key);
      LOG.atWarn()
          .addKeyValue("topic", topic.name())
          .addKeyValue("reason", unreadable.getMessage())
          .log("a record cannot be read and is left out");
    }
  }
}
