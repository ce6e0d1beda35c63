package dev.helium.log;

import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Source;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has which partitions when processes come back and when two have one name. */
@ExtendWith(BrokerExtension.class)
final class MembershipTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** What one process owns. */
  private static final class Member implements PartitionOwner {
    private final Set<Integer> owned = ConcurrentHashMap.newKeySet();
    private final AtomicInteger changes = new AtomicInteger();
    private final EventSubscription subscription;

    Member(LogFixture fixture, String name) {
      LogSettings settings =
          new LogSettings(
              fixture.settings.bootstrap(), new Membership(name, Membership.ANONYMOUS.session()));
      subscription =
          new EventSubscription(
              fixture.vertx,
              settings,
              new GroupLog(settings, "group", Source.STATUS_WATCHER, fixture.meters),
              this,
              delivery -> Future.succeededFuture(),
              PassOver.uncounted());
      done(subscription.start());
    }

    @Override
    public Future<Void> take(int partition) {
      changes.incrementAndGet();
      owned.add(partition);
      return Future.succeededFuture();
    }

    @Override
    public boolean owns(int partition) {
      return owned.contains(partition);
    }

    @Override
    public void give(int partition) {
      changes.incrementAndGet();
      owned.remove(partition);
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
  void whoComesBackUnderItsNameHasWhatItHadAndNobodyElseIsDisturbed() {
    // given
    Member first = new Member(fixture, "first");
    Member second = new Member(fixture, "second");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                first.owned.size() == Topics.PARTITIONS / 2
                    && second.owned.size() == Topics.PARTITIONS / 2);
    Set<Integer> had = Set.copyOf(first.owned);
    int changes = second.changes.get();
    // when
    done(first.subscription.close());
    Member back = new Member(fixture, "first");
    // then
    await().atMost(LIMIT).until(() -> back.owned.equals(had));
    assertThat(second.changes).hasValue(changes);
    done(back.subscription.close());
    done(second.subscription.close());
  }

  @Test
  void ofTwoWithOneNameTheNewerOneHasThePartitions() {
    // given
    Member older = new Member(fixture, "same");
    await().atMost(LIMIT).until(() -> older.owned.size() == Topics.PARTITIONS);
    // when
    Member newer = new Member(fixture, "same");
    // then
    await().atMost(LIMIT).until(() -> newer.owned.size() == Topics.PARTITIONS);
    await().atMost(LIMIT).until(older.owned::isEmpty);
    done(newer.subscription.close());
    done(older.subscription.close());
  }
}
