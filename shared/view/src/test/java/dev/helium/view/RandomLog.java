package dev.helium.view;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Readiness;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.wire.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A log in which anything may have happened: events of both sources in any order, holes between
 * offsets, events that are missing and some that stand there twice.
 */
final class RandomLog {
  static final int PARTITIONS = 3;

  private static final Instant BEGINNING = Instant.parse("2026-03-01T10:15:30.123456Z");

  private final Random random;
  private final Map<Integer, Long> offsets = new TreeMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private final List<ProjectedEvent.Read> events = new ArrayList<>();
  private Instant time = BEGINNING;

  private RandomLog(Random random) {
    this.random = random;
  }

  static RandomLog of(int workspaces, int events, Random random) {
    RandomLog log = new RandomLog(random);
    for (int index = 0; index < events; index++) {
      log.happen(new WorkspaceId("workspace-" + random.nextInt(workspaces)));
    }
    return log;
  }

  /** In an order in which the partitions may have been read. */
  List<ProjectedEvent.Read> events() {
    return List.copyOf(events);
  }

  /** The events of each partition, one partition after the other. */
  List<ProjectedEvent.Read> byPartition() {
    return events.stream().sorted(Comparator.comparingInt(ProjectedEvent::partition)).toList();
  }

  /** What the first so many events come to. */
  Map<WorkspaceId, Snapshot> folded(int first) {
    Map<WorkspaceId, Snapshot> folded = new HashMap<>();
    for (ProjectedEvent.Read event : events.subList(0, first)) {
      folded.compute(
          event.record().workspace(),
          (id, known) ->
              (known == null ? Snapshot.absent(id) : known).apply(event.record(), event.offset()));
    }
    return folded;
  }

  /** The offset after the last of the first so many events, by partition. */
  Map<Integer, Long> next(int first) {
    Map<Integer, Long> next = new TreeMap<>();
    events.subList(0, first).forEach(event -> next.put(event.partition(), event.offset() + 1));
    return next;
  }

  private void happen(WorkspaceId id) {
    time = time.plusSeconds(random.nextInt(4_000));
    Source source = random.nextInt(3) > 0 ? Source.PROVISIONER : Source.STATUS_WATCHER;
    int missing = random.nextInt(60) == 0 ? 1 : 0;
    long sequence = sequences.merge(id + source.word(), 1L + missing, Long::sum);
    EventRecord record =
        new EventRecord(
            id,
            source,
            sequence,
            source == Source.PROVISIONER
                ? new Cause.Commanded(new CommandId("c-" + random.nextInt(1_000_000)))
                : new Cause.Observed(),
            time,
            source == Source.PROVISIONER ? decision(id, sequence) : observation());
    append(record);
    if (random.nextInt(40) == 0) {
      append(record);
    }
  }

  private void append(EventRecord record) {
    int partition = Math.floorMod(record.workspace().hashCode(), PARTITIONS);
    long offset = offsets.merge(partition, 1L + random.nextInt(3), Long::sum);
    events.add(new ProjectedEvent.Read(record, partition, offset));
  }

  private Event decision(WorkspaceId id, long sequence) {
    int attempt = (int) sequence;
    return switch (sequence == 1 ? 0 : random.nextInt(9)) {
      case 0 -> new Event.Created(1, attempt, specification(), "ada", time.plusSeconds(90_000));
      case 1 -> new Event.Provisioned(attempt, several(id.value()));
      case 2 -> new Event.Refused(Refusal.of(RefusalReason.NOTHING_TO_CANCEL));
      case 3 -> new Event.GaveUp(attempt, new Failure(FailureKind.TIMED_OUT, "too slow"));
      case 4 -> new Event.ExpiryChanged(time.plusSeconds(100_000), "ada", "it was moved");
      case 5 -> new Event.DeletionRequested(attempt, new DeletionReason.Requested(), "ada");
      case 6 -> new Event.Destroyed(attempt);
      case 7 -> new Event.Deleted(new Receipt(1, List.of("no namespace"), time));
      default -> new Event.Updated(attempt, specification(), "ada", time.plusSeconds(90_000));
    };
  }

  private Event observation() {
    return random.nextBoolean()
        ? new Event.ReadinessChanged(1, new Readiness.Ready())
        : new Event.ConnectionChanged(1, several("10.0.0."));
  }

  private WorkspaceSpec specification() {
    return new WorkspaceSpec("namespace", several("2."), Map.of());
  }

  private Map<String, String> several(String prefix) {
    Map<String, String> map = new HashMap<>();
    for (int index = random.nextInt(12); index >= 0; index--) {
      map.put("key-" + index, prefix + random.nextInt(100));
    }
    return map;
  }
}
