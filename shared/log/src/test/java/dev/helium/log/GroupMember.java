package dev.helium.log;

import static org.awaitility.Awaitility.await;

import dev.helium.domain.Source;
import dev.helium.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A process that shares the partitions with others of its group and can append to its own. */
class GroupMember implements PartitionOwner {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<Delivery> heard = new CopyOnWriteArrayList<>();
  private final LogFixture fixture;
  private final GroupLog log;
  private final EventSubscription subscription;
  private final Map<Integer, Tenure> tenures = new ConcurrentHashMap<>();

  GroupMember(LogFixture fixture, String group) {
    this.fixture = fixture;
    log = new GroupLog(fixture.settings, group, Source.STATUS_WATCHER, meters);
    subscription =
        new EventSubscription(
            fixture.vertx,
            fixture.settings,
            log,
            this,
            delivery -> {
              heard.add(delivery);
              return Future.succeededFuture();
            },
            PassOver.uncounted());
  }

  GroupMember start() {
    LogFixture.done(subscription.start());
    return this;
  }

  GroupMember havingAll() {
    await().atMost(LIMIT).until(() -> tenures.size() == Topics.PARTITIONS);
    return this;
  }

  int partitions() {
    return tenures.size();
  }

  Tenure tenure(int partition) {
    return tenures.get(partition);
  }

  /** How many transactions were committed. */
  long transactions() {
    return meters.get("helium.log.transactions").timer().count();
  }

  @Override
  public Future<Void> take(int partition) {
    return fixture
        .vertx
        .executeBlocking(() -> log.take(partition), false)
        .compose(
            tenure -> taken(partition, tenure).onSuccess(done -> tenures.put(partition, tenure)));
  }

  /** Done before the partition counts as taken. */
  Future<Void> taken(int partition, Tenure tenure) {
    return Future.succeededFuture();
  }

  @Override
  public boolean owns(int partition) {
    Tenure tenure = tenures.get(partition);
    return tenure != null && !tenure.isOver();
  }

  @Override
  public void give(int partition) {
    Tenure tenure = tenures.remove(partition);
    if (tenure != null) {
      tenure.close();
    }
  }

  /** As a process that is told to stop. */
  void stop() {
    LogFixture.done(subscription.close());
    LogFixture.done(log.close());
  }
}
