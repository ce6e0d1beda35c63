package dev.helium.watcher.benchmark;

import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** Whoever follows the log: what it has heard of each workspace, and when. */
final class Subscriber implements Audience {
  private static final int UNKNOWN = 0;
  private static final int NOT_READY = 1;
  private static final int READY = 2;

  private final AtomicIntegerArray states;
  private final AtomicIntegerArray counts;
  private final AtomicLongArray heard;
  private final Changes changes;
  private final EventTail tail;

  Subscriber(Vertx vertx, LogSettings settings, int workspaces, Changes changes) {
    this.states = new AtomicIntegerArray(workspaces);
    this.counts = new AtomicIntegerArray(workspaces);
    this.heard = new AtomicLongArray(workspaces);
    this.changes = changes;
    this.tail =
        new EventTail(
            vertx,
            settings,
            Map.of(),
            delivery -> {
              hear(delivery.record());
              return Future.succeededFuture();
            });
  }

  void start() throws TimeoutException {
    tail.start().await(1, TimeUnit.MINUTES);
  }

  void close() throws TimeoutException {
    tail.close().await(1, TimeUnit.MINUTES);
  }

  @Override
  public long ready() {
    return IntStream.range(0, states.length()).filter(this::isReady).count();
  }

  boolean isReady(int workspace) {
    return states.get(workspace) == READY;
  }

  @Override
  public int count(int workspace) {
    return counts.get(workspace);
  }

  @Override
  public long heard(int workspace) {
    return heard.get(workspace);
  }

  private void hear(EventRecord record) {
    if (!(record.event() instanceof Event.ReadinessChanged changed)) {
      return;
    }
    int workspace = Fleet.number(record.workspace().value());
    int state =
        switch (changed.readiness()) {
          case Readiness.Unknown _ -> UNKNOWN;
          case Readiness.NotReady _ -> NOT_READY;
          case Readiness.Ready _ -> READY;
        };
    heard.set(workspace, System.nanoTime());
    changes.heard(workspace, state == READY);
    states.set(workspace, state);
    counts.incrementAndGet(workspace);
  }
}
