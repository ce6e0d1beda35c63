package dev.helium.watcher.sharing;

import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.Snapshots;
import dev.helium.log.Unreadable;
import dev.helium.log.UnreadableHandler;
import dev.helium.watcher.publishing.Known;
import dev.helium.wire.TraceParent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;

/**
 * Reads what the log says of a partition: what whoever decides there has kept of it, and the events
 * after that. Where nothing is kept, or that cannot be read, all events.
 */
public final class KnownReader {
  private final Vertx vertx;
  private final LogSettings settings;
  private final Changes changes;
  private final Counter replayed;

  /**
   * @param changes learns what it reads
   */
  public KnownReader(Vertx vertx, LogSettings settings, Changes changes, MeterRegistry meters) {
    this.vertx = vertx;
    this.settings = settings;
    this.changes = changes;
    this.replayed =
        Counter.builder("helium.watcher.replayed")
            .description("Events read to know what was said of a partition before it was taken")
            .register(meters);
  }

  /** Completes with all that is in the log now. */
  public Future<Known> read(int partition) {
    return Snapshots.read(vertx, settings, partition).compose(kept -> after(kept, partition));
  }

  private Future<Known> after(PartitionSnapshot kept, int partition) {
    Known known = new Known();
    kept.workspaces()
        .forEach(
            (workspace, snapshot) -> {
              known.remember(snapshot.view());
              changes.remember(
                  snapshot.view(), kept.traces().getOrDefault(workspace, TraceParent.NONE));
            });
    UnreadableHandler unreadable = record -> passOver(known, record);
    return EventTail.replay(
            vertx,
            settings,
            Map.of(partition, kept.next()),
            delivery -> {
              known.learn(delivery.record());
              changes.learn(delivery.record(), delivery.stamp().trace());
              replayed.increment();
              return Future.succeededFuture();
            },
            unreadable)
        .map(known);
  }

  private Future<Void> passOver(Known known, Unreadable record) {
    record.envelope().ifPresent(known::passOver);
    replayed.increment();
    return Future.succeededFuture();
  }
}
