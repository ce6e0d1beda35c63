package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A member that was given all partitions and of which its group has heard nothing since, as of a
 * process that was paused or killed: what it does after that comes too late.
 */
final class PausedMember implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final String id = LogSettings.appenders(Source.STATUS_WATCHER) + "paused";
  private final LogSettings settings;
  private final GroupShares shares;
  private final GroupProducer producer;

  /**
   * @param session after which its group gives the partitions to others
   */
  PausedMember(LogFixture fixture, String group, Duration session) throws LogUnavailableException {
    settings = new LogSettings(fixture.settings.bootstrap(), new Membership("", session));
    shares = new GroupShares(group);
    producer = GroupProducer.open(settings, id + group);
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.member(shares))) {
      consumer.subscribe(List.of(Topics.EVENTS));
      while (shares.now().tenures().size() < Topics.PARTITIONS) {
        consumer.poll(POLL);
      }
      consumer.close(
          CloseOptions.groupMembershipOperation(
              CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
    }
  }

  GroupProducer producer() {
    return producer;
  }

  /** Asks the group to let pass what was sent, and commits it. */
  void commit() throws LogUnavailableException {
    producer.commit(positions(), shares.now().member());
  }

  GroupShare share() {
    return shares.now();
  }

  GroupShares shares() {
    return shares;
  }

  static Map<TopicPartition, OffsetAndMetadata> positions() {
    return Map.of(new TopicPartition(Topics.EVENTS, 0), new OffsetAndMetadata(0));
  }

  static ProducerRecord<String, byte[]> record(int partition, EventRecord event) {
    Encoded encoded = new EventCodec().encode(event);
    return PartitionLog.record(
        Topics.EVENTS, partition, event.workspace().value(), encoded.body(), encoded.headers());
  }

  @Override
  public void close() {
    producer.close();
  }
}
