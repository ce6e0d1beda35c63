package dev.helium.log;

import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what owners wrote of their partitions. */
public final class Snapshots {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  private Snapshots() {}

  /**
   * The newest snapshot of a partition. One that cannot be read, because a newer Helium wrote it or
   * it is damaged, counts as none, but for its fence: the events say all that it says.
   */
  public static Future<PartitionSnapshot> read(Vertx vertx, LogSettings settings, int partition) {
    SnapshotRecords records = new SnapshotRecords();
    RecordReader reader =
        new RecordReader(
            settings,
            Topics.SNAPSHOTS,
            Set.of(partition),
            Map.of(),
            record -> {
              records.add(record.key(), Records.encoded(record));
              return Future.succeededFuture();
            });
    // There may be thousands, which is too long for an event loop.
    return EventTail.scan(vertx, reader)
        .compose(ignored -> vertx.executeBlocking(() -> decoded(records, partition), false));
  }

  private static PartitionSnapshot decoded(SnapshotRecords records, int partition) {
    try {
      return records.snapshot();
    } catch (UnreadableException unreadable) {
      LOG.atWarn()
          .addKeyValue("partition", partition)
          .addKeyValue("reason", unreadable.getMessage())
          .log("a snapshot cannot be read; the events are read from their beginning instead");
      return new PartitionSnapshot(records.fence(), 0, PartitionSnapshot.NONE.decided(), Map.of());
    }
  }
}
