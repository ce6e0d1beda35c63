package dev.helium.provisioner.admission;

import dev.helium.log.Delivery;
import dev.helium.log.EventFollower;
import dev.helium.log.LogSettings;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.PassOver;
import dev.helium.log.Snapshots;
import dev.helium.log.Unreadable;
import dev.helium.provisioner.admission.Roll.Moved;
import dev.helium.service.Health;
import dev.helium.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps the roll up to date with the events of all partitions, from the newest snapshots on. */
final class RollFollower {
  private static final String CHECK = "admission knows what is taken";

  private final Vertx vertx;
  private final LogSettings settings;
  private final Health health;
  private final PassOver unreadable;
  private final Roll roll = new Roll();
  private final Set<Consumer<Moved>> watchers = ConcurrentHashMap.newKeySet();
  private Future<EventFollower> following;
  private boolean closed;

  RollFollower(Vertx vertx, LogSettings settings, Health health, MeterRegistry meters) {
    this.vertx = vertx;
    this.settings = settings;
    this.health = health;
    this.unreadable = new PassOver(meters, this::passOver);
  }

  Roll roll() {
    return roll;
  }

  /** Who is told, on the reader's thread and never to block, of what was decided. */
  void watch(Consumer<Moved> watcher) {
    watchers.add(watcher);
  }

  void unwatch(Consumer<Moved> watcher) {
    watchers.remove(watcher);
  }

  /**
   * Begins to follow unless that was done before. Completes when it has begun; fails, to be tried
   * again, when the log does not answer.
   */
  synchronized Future<EventFollower> start() {
    if (closed) {
      return Future.failedFuture("nothing is followed any more");
    }
    if (following == null || following.failed()) {
      health.expect(CHECK);
      following = snapshots().map(this::follower).onSuccess(EventFollower::start);
      following.onFailure(failure -> health.notReady(CHECK, "the log does not answer"));
    }
    return following;
  }

  /** Completes when all that is in the log now is on the roll. */
  Future<Void> upToNow() {
    return start().compose(EventFollower::upToNow);
  }

  synchronized Future<Void> close() {
    closed = true;
    return following == null
        ? Future.succeededFuture()
        : following.compose(EventFollower::close).otherwiseEmpty();
  }

  private Future<Map<Integer, Long>> snapshots() {
    Map<Integer, Long> next = new HashMap<>();
    List<Future<PartitionSnapshot>> reading = new ArrayList<>();
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      reading.add(Snapshots.read(vertx, settings, partition));
    }
    return Future.all(reading)
        .map(
            read -> {
              for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                PartitionSnapshot snapshot = read.resultAt(partition);
                roll.include(partition, snapshot);
                next.put(partition, snapshot.next());
              }
              return next;
            });
  }

  private EventFollower follower(Map<Integer, Long> from) {
    return new EventFollower(
        vertx,
        settings,
        from,
        this::take,
        unreadable,
        () -> health.ready(CHECK),
        why -> health.notReady(CHECK, why));
  }

  private Future<Void> take(Delivery delivery) {
    roll.take(delivery).ifPresent(moved -> watchers.forEach(watcher -> watcher.accept(moved)));
    return Future.succeededFuture();
  }

  private Future<Void> passOver(Unreadable record) {
    roll.passOver(record);
    return Future.succeededFuture();
  }
}
