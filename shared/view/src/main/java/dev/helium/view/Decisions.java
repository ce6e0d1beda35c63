package dev.helium.view;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.EventRecord;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What was decided about the commands of the last day. */
public final class Decisions {
  static final String MAP = "decisions";

  /** How long a decision is kept after it was made. */
  public static final Duration KEPT = Duration.ofHours(24);

  private final Vertx vertx;
  private final IMap<String, StoredDecision> map;
  private final InstantSource clock;
  private final Waiters<Decision> waiters;

  Decisions(Vertx vertx, IMap<String, StoredDecision> map, InstantSource clock, int mostWaiters) {
    this.vertx = vertx;
    this.map = map;
    this.clock = clock;
    this.waiters = new Waiters<>(vertx, mostWaiters);
    map.addEntryListener((EntryAddedListener<String, StoredDecision>) this::notice, true);
  }

  /** The decision about a command as soon as there is one; empty when there is none in time. */
  public Future<Optional<Decision>> decided(CommandId command, Duration longest) {
    return waiters.await(command.value(), decision -> true, longest, () -> find(command));
  }

  /** Keeps the decision that the event records, if it records one that is not too old. */
  CompletionStage<Void> keep(EventRecord record) {
    long left = Duration.between(clock.instant(), record.time().plus(KEPT)).toMillis();
    if (left <= 0 || !(record.cause() instanceof Cause.Commanded(CommandId command))) {
      return CompletableFuture.completedStage(null);
    }
    return Decision.of(record.workspace(), record.event())
        .map(
            decision ->
                map.setAsync(
                    command.value(), StoredDecision.of(decision), left, TimeUnit.MILLISECONDS))
        .orElseGet(() -> CompletableFuture.completedStage(null));
  }

  void close() {
    waiters.close();
  }

  private Future<Optional<Decision>> find(CommandId command) {
    return Future.fromCompletionStage(map.getAsync(command.value()), vertx.getOrCreateContext())
        .map(stored -> Optional.ofNullable(stored).map(StoredDecision::decision));
  }

  private void notice(EntryEvent<String, StoredDecision> event) {
    if (waiters.has(event.getKey())) {
      waiters.offer(event.getKey(), event.getValue().decision());
    }
  }
}
