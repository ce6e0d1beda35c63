package dev.helium.log;

import static dev.helium.log.LogFixture.done;
import static dev.helium.log.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Source;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who shares the partitions appends to its own alone, and what gathers goes together. */
@ExtendWith(BrokerExtension.class)
final class GroupLogTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration A_WHILE = Duration.ofSeconds(8);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final AtomicInteger TESTS = new AtomicInteger();

  private static LogFixture fixture;

  private String group;
  private int partition;

  @BeforeAll
  static void start(TestBroker broker) {
    fixture = new LogFixture(broker);
    // The broker makes its topic of transactions at the first of them.
    await().atMost(LIMIT).ignoreExceptions().until(GroupLogTest::beginsTransactions);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void useAGroupAndAPartitionOfItsOwn() {
    partition = TESTS.getAndIncrement();
    group = "group-" + partition;
  }

  @Test
  void whatIsHandedOverWithoutWaitingIsThereInItsOrderInFewTransactions() {
    // given
    GroupMember member = new GroupMember(fixture, group).start().havingAll();
    Tenure tenure = member.tenure(partition);
    // when
    List<Future<Void>> appends =
        IntStream.rangeClosed(1, 1_000).mapToObj(number -> tenure.append(event(number))).toList();
    done(Future.all(appends));
    // then
    assertThat(numbers(partition)).containsExactlyElementsOf(upTo(1_000));
    assertThat(member.transactions()).isLessThan(500);
    member.stop();
  }

  @Test
  void whatGathersInSeveralPartitionsIsThereTogetherOrNotAtAll() throws Exception {
    // given
    int other = TESTS.getAndIncrement();
    try (PausedMember writer = new PausedMember(fixture, group, LONG)) {
      writer.producer().send(inBoth(other, 1));
      writer.commit();
      // when one batch is undone and the next is not
      writer.producer().send(inBoth(other, 2));
      assertThat(committed()).isEmpty();
    }
    // then
    assertThat(numbers(partition)).containsExactly(1L);
    assertThat(numbers(other)).containsExactly(1L);
  }

  @Test
  void whoWasPausedInTheMiddleOfATransactionCannotEndIt() throws Exception {
    // given
    try (PausedMember paused = new PausedMember(fixture, group, SOON)) {
      paused.producer().send(List.of(PausedMember.record(partition, event(1))));
      // when
      GroupMember next = new GroupMember(fixture, group).start().havingAll();
      done(next.tenure(partition).append(event(10)));
      // then
      assertThatThrownBy(paused::commit).isInstanceOf(FencedException.class);
      assertThat(numbers(partition)).containsExactly(10L);
      next.stop();
    }
  }

  @Test
  void whoWasPausedBeforeATransactionMayBeginOneButNotEndIt() throws Exception {
    // given
    try (PausedMember paused = new PausedMember(fixture, group, SOON)) {
      GroupMember next = new GroupMember(fixture, group).start().havingAll();
      done(next.tenure(partition).append(event(10)));
      // when
      paused.producer().send(List.of(PausedMember.record(partition, event(1))));
      // then
      assertThatThrownBy(paused::commit)
          .isInstanceOf(StaleShareException.class)
          .hasMessage("the group has gone on meanwhile");
      done(next.tenure(partition).append(event(11)));
      assertThat(numbers(partition)).containsExactly(10L, 11L);
      next.stop();
    }
  }

  @Test
  void whoWasPausedAfterTheGroupLetItPassHasCommittedNothingWhenTheNextOneBegins()
      throws Exception {
    // given
    try (PausedMember paused = new PausedMember(fixture, group, SOON)) {
      paused.producer().send(List.of(PausedMember.record(partition, event(1))));
      paused.producer().ask(PausedMember.positions(), paused.share().member());
      // when
      GroupMember next = new GroupMember(fixture, group).start().havingAll();
      List<Long> known = numbers(partition);
      // then
      assertThatThrownBy(paused::commit).isInstanceOf(FencedException.class);
      assertThat(known).isEmpty();
      assertThat(numbers(partition)).isEmpty();
      next.stop();
    }
  }

  @Test
  void whatTheOneBeforeHasCommittedIsThereWhenTheNextOneHasTakenThePartition() throws Exception {
    // given
    try (PausedMember paused = new PausedMember(fixture, group, A_WHILE)) {
      for (int number = 1; number <= 5; number++) {
        paused.producer().send(List.of(PausedMember.record(partition, event(number))));
        paused.commit();
      }
      // when
      List<Long> known = new ArrayList<>();
      GroupMember next =
          new GroupMember(fixture, group) {
            @Override
            Future<Void> taken(int number, Tenure tenure) {
              return number == partition
                  ? replay(number).onSuccess(known::addAll).mapEmpty()
                  : Future.succeededFuture();
            }
          };
      next.start().havingAll();
      // then
      assertThat(known).containsExactlyElementsOf(upTo(5));
      next.stop();
    }
  }

  @Test
  void moreThanCanWaitIsRefusedAndThePartitionHasToBeTakenAgain() {
    // given
    GroupMember member = new GroupMember(fixture, group).start().havingAll();
    Tenure tenure = member.tenure(partition);
    // when
    List<Future<Void>> appends =
        IntStream.rangeClosed(1, 20_000).mapToObj(number -> tenure.append(event(number))).toList();
    // then
    await().atMost(LIMIT).until(() -> appends.stream().allMatch(Future::isComplete));
    assertThat(tenure.isOver()).isTrue();
    assertThat(appends.getLast().cause())
        .isInstanceOf(LogUnavailableException.class)
        .hasMessage("the log takes no more events");
    await().atMost(LIMIT).until(() -> member.tenure(partition) != tenure);
    List<Long> there = numbers(partition);
    assertThat(there).containsExactlyElementsOf(upTo(there.size()));
    assertThat(appends.stream().filter(Future::succeeded)).hasSize(there.size());
    done(member.tenure(partition).append(event(there.size() + 1)));
    member.stop();
  }

  @Test
  void whatWaitsWhenAllIsClosedFailsAndIsNotLeftWaiting() {
    // given
    GroupMember member = new GroupMember(fixture, group).start().havingAll();
    Tenure tenure = member.tenure(partition);
    List<Future<Void>> appends =
        IntStream.rangeClosed(1, 1_500).mapToObj(number -> tenure.append(event(number))).toList();
    // when
    member.stop();
    // then
    await().atMost(LIMIT).until(() -> appends.stream().allMatch(Future::isComplete));
    assertThat(tenure.append(event(1_501)).failed()).isTrue();
    assertThat(numbers(partition))
        .hasSize((int) appends.stream().filter(Future::succeeded).count());
  }

  @Test
  void whatAProcessHasAppendedItselfDoesNotComeBackToIt() throws Exception {
    // given
    GroupMember member = new GroupMember(fixture, group).start().havingAll();
    for (int number = 1; number <= 3; number++) {
      done(member.tenure(partition).append(event(number)));
    }
    // when
    try (PartitionLog another =
        PartitionLog.take(fixture.settings, Source.PROVISIONER, partition)) {
      another.append(List.of(new PartitionLog.Stamped(event(4), Stamp.NONE)));
    }
    // then
    await().atMost(LIMIT).until(() -> numbersHeard(member).contains(4L));
    assertThat(numbersHeard(member)).containsExactly(4L);
    member.stop();
  }

  @Test
  void aPartitionThatTheGroupHasNotGivenCannotBeTaken() {
    // given
    GroupLog log = new GroupLog(fixture.settings, group, Source.STATUS_WATCHER, fixture.meters);
    // then
    assertThatThrownBy(() -> log.take(partition))
        .isInstanceOf(LogUnavailableException.class)
        .hasMessage("the group has not given partition " + partition);
  }

  private static boolean beginsTransactions() throws LogUnavailableException {
    GroupProducer.open(fixture.settings, "first").close();
    return true;
  }

  private List<ProducerRecord<String, byte[]>> inBoth(int other, long number) {
    return List.of(
        PausedMember.record(partition, event(number)), PausedMember.record(other, event(number)));
  }

  /** Numbers above the first of this partition that readers can see now. */
  private List<Long> committed() {
    List<Long> seen = new ArrayList<>();
    EventTail tail =
        new EventTail(
            fixture.vertx,
            fixture.settings,
            Map.of(),
            delivery -> {
              if (delivery.partition() == partition && delivery.record().sequence() > 1) {
                seen.add(delivery.record().sequence());
              }
              return Future.succeededFuture();
            });
    done(tail.start());
    done(tail.caughtUp());
    done(tail.close());
    return seen;
  }

  private List<Long> numbersHeard(GroupMember member) {
    return member.heard.stream()
        .filter(delivery -> delivery.partition() == partition)
        .map(delivery -> delivery.record().sequence())
        .toList();
  }

  private static List<Long> numbers(int partition) {
    return done(replay(partition));
  }

  private static Future<List<Long>> replay(int partition) {
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

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
