package dev.helium.story.benchmark.deletion;

import dev.helium.domain.EventRecord;
import dev.helium.story.EventHistory;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A subscriber: has every event, from the first on, as soon as it is committed. */
public final class Hearing implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Is told of each event by the one thread of the subscriber. */
  public interface Listener {
    void heard(EventRecord record, Instant at);
  }

  private final EventCodec codec = new EventCodec();
  private final Listener listener;
  private final KafkaConsumer<String, byte[]> consumer;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Thread thread;

  public Hearing(String bootstrap, Listener listener) {
    this.listener = listener;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.auto.commit",
                "false",
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.EVENTS).stream()
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.thread = Thread.ofPlatform().name("hearing").daemon().start(this::listen);
  }

  /** Fails when events can no longer be read: what is waited for then would never come. */
  public void check() {
    if (failure.get() != null) {
      throw new IllegalStateException("the events cannot be read", failure.get());
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (consumer) {
      while (true) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        Instant now = Instant.now();
        for (ConsumerRecord<String, byte[]> record : records) {
          listener.heard(codec.decode(EventHistory.encoded(record)), now);
        }
      }
    } catch (WakeupException asked) {
      // That is how it ends.
    } catch (RuntimeException broken) {
      failure.set(broken);
    }
  }
}
