package dev.helium.log;

import static dev.helium.log.LogFixture.done;
import static dev.helium.log.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Processes come and go while each counts on in its partitions from what is there. */
@ExtendWith(BrokerExtension.class)
final class GroupRebalanceTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String GROUP = "group";

  /** Goes on counting in what it is given, without a pause. */
  private static final class Counter extends GroupMember {
    private final LogFixture fixture;
    private final AtomicLong appended = new AtomicLong();

    Counter(LogFixture fixture) {
      super(fixture, GROUP);
      this.fixture = fixture;
    }

    @Override
    Future<Void> taken(int partition, Tenure tenure) {
      return numbers(fixture, partition)
          .onSuccess(there -> count(tenure, there.size() + 1))
          .mapEmpty();
    }

    private void count(Tenure tenure, long number) {
      tenure
          .append(event(number))
          .onSuccess(
              ignored -> {
                appended.incrementAndGet();
                count(tenure, number + 1);
              });
    }

    long appended() {
      return appended.get();
    }
  }

  private LogFixture fixture;

  @BeforeEach
  void start(TestBroker broker) {
    fixture = new LogFixture(broker);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void howeverThePartitionsMoveEachNumberIsThereOnceAndInItsOrder() {
    // given
    Counter first = begin();
    first.havingAll();
    awaitMoreOf(first);
    // when
    Counter second = begin();
    await().atMost(LIMIT).until(() -> second.partitions() == Topics.PARTITIONS / 2);
    awaitMoreOf(first);
    awaitMoreOf(second);
    Counter third = begin();
    await().atMost(LIMIT).until(() -> third.partitions() == Topics.PARTITIONS / 3);
    awaitMoreOf(third);
    first.stop();
    await()
        .atMost(LIMIT)
        .until(() -> second.partitions() + third.partitions() == Topics.PARTITIONS);
    awaitMoreOf(second);
    second.stop();
    third.havingAll();
    awaitMoreOf(third);
    third.stop();
    // then
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      List<Long> there = done(numbers(fixture, partition));
      assertThat(there)
          .isNotEmpty()
          .containsExactlyElementsOf(LongStream.rangeClosed(1, there.size()).boxed().toList());
    }
  }

  private Counter begin() {
    Counter counter = new Counter(fixture);
    counter.start();
    return counter;
  }

  private static void awaitMoreOf(Counter counter) {
    long before = counter.appended();
    await().atMost(LIMIT).until(() -> counter.appended() > before + 100);
  }

  private static Future<List<Long>> numbers(LogFixture fixture, int partition) {
    List<Long> numbers = new ArrayList<>();
    return EventTail.replay(
            fixture.vertx,
            fixture.settings,
            Map.of(partition, 0L),
            delivery -> {
              numbers.add(delivery.record().sequence());
              return Future.succeededFuture();
            })
        .map(numbers);
  }
}
