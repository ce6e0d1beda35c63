package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import io.vertx.kafka.client.consumer.impl.KafkaConsumerRecordImpl;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordQueueTest {
  private final AtomicLong now = new AtomicLong(1);
  private final RecordQueue queue = new RecordQueue(3, now::get);

  @Test
  void aPartitionThatIsNotTakenWaitsSinceItWasGiven() {
    // when
    now.set(5);
    // then
    assertThat(queue.waitsSince()).hasValue(1);
  }

  @Test
  void nothingWaitsInATakenPartitionWithoutRecords() {
    // when
    queue.taken(true);
    // then
    assertThat(queue.waitsSince()).isEmpty();
  }

  @Test
  void theFirstRecordWaitsAndMoreChangeNothing() {
    // given
    queue.taken(true);
    // when
    now.set(10);
    queue.add(record(1));
    now.set(20);
    queue.add(record(2));
    // then
    assertThat(queue.waitsSince()).hasValue(10);
  }

  @Test
  void whatIsHandledIsProgressAndTheLastOneTheEnd() {
    // given
    queue.taken(true);
    var first = record(1);
    var second = record(2);
    queue.add(first);
    queue.add(second);
    // when / then
    now.set(30);
    queue.handled(List.of(first));
    assertThat(queue.waitsSince()).hasValue(30);
    queue.handled(List.of(second));
    assertThat(queue.waitsSince()).isEmpty();
  }

  @Test
  void aPartitionThatWasLostWaitsSinceThen() {
    // given
    queue.taken(true);
    // when
    now.set(40);
    queue.taken(false);
    // then
    assertThat(queue.waitsSince()).hasValue(40);
  }

  private static KafkaConsumerRecord<String, byte[]> record(long offset) {
    return new KafkaConsumerRecordImpl<>(
        new ConsumerRecord<>("topic", 3, offset, "key", new byte[0]));
  }
}
