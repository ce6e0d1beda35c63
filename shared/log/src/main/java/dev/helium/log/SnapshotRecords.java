package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Encoded;
import dev.helium.wire.Snapshot;
import dev.helium.wire.SnapshotCodec;
import dev.helium.wire.Topics;
import dev.helium.wire.TraceParent;
import dev.helium.wire.UnreadableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Snapshots as records of a compacted topic: one for each workspace under its name, and a mark for
 * the partition, which says how far they go.
 */
final class SnapshotRecords {
  /** No workspace can have this name. */
  private static final String MARK = "*";

  private static final String FENCE = "helium_fence";
  private static final String NEXT = "helium_next";
  private static final String DECIDED = "helium_decided";
  private static final byte[] EMPTY = {};

  private final SnapshotCodec codec = new SnapshotCodec();
  private final Map<String, byte[]> workspaces = new HashMap<>();
  private final Map<String, TraceParent> traces = new HashMap<>();
  private PartitionSnapshot mark = PartitionSnapshot.NONE;
  private UnreadableException damage;

  static List<ProducerRecord<String, byte[]>> of(PartitionSnapshot snapshot, int partition) {
    SnapshotCodec codec = new SnapshotCodec();
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    snapshot
        .workspaces()
        .forEach(
            (id, workspace) ->
                records.add(
                    PartitionLog.record(
                        Topics.SNAPSHOTS,
                        partition,
                        id.value(),
                        codec.encode(workspace),
                        new Encoded(Map.of(), EMPTY)
                            .in(snapshot.traces().getOrDefault(id, TraceParent.NONE))
                            .headers())));
    records.add(
        PartitionLog.record(
            Topics.SNAPSHOTS,
            partition,
            MARK,
            EMPTY,
            Map.of(
                FENCE, Long.toString(snapshot.fence()),
                NEXT, Long.toString(snapshot.next()),
                DECIDED, Long.toString(snapshot.decided()))));
    return records;
  }

  /** Takes in a record; a later one of the same key takes the place of an earlier one. */
  void add(String key, Encoded record) {
    if (key.equals(MARK)) {
      mark(record);
    } else {
      workspaces.put(key, record.body());
      TraceParent trace = TraceParent.of(record);
      if (trace.isNone()) {
        traces.remove(key);
      } else {
        traces.put(key, trace);
      }
    }
  }

  private void mark(Encoded record) {
    try {
      mark =
          new PartitionSnapshot(
              number(record, FENCE), number(record, NEXT), number(record, DECIDED), Map.of());
      damage = null;
    } catch (UnreadableException unreadable) {
      damage = unreadable;
    }
  }

  /** Fails with an {@link UnreadableException} when any part of it cannot be read. */
  PartitionSnapshot snapshot() {
    if (damage != null) {
      throw damage;
    }
    Map<WorkspaceId, Snapshot> decoded = new HashMap<>();
    workspaces.forEach((name, body) -> decoded.put(new WorkspaceId(name), codec.decode(body)));
    Map<WorkspaceId, TraceParent> followed = new HashMap<>();
    traces.forEach((name, trace) -> followed.put(new WorkspaceId(name), trace));
    return new PartitionSnapshot(mark.fence(), mark.next(), mark.decided(), decoded, followed);
  }

  /** The number of the newest ownership that can be read, whatever else cannot. */
  long fence() {
    return mark.fence();
  }

  private static long number(Encoded record, String header) {
    try {
      return Long.parseLong(record.headers().getOrDefault(header, ""));
    } catch (NumberFormatException invalid) {
      throw new UnreadableException("the mark of a partition has no number " + header, invalid);
    }
  }
}
