package dev.helium.gateway.benchmark;

import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionLog;
import dev.helium.log.PartitionLog.Stamped;
import dev.helium.log.Partitions;
import dev.helium.log.Stamp;
import dev.helium.wire.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts workspaces that are ready into the log, as a provisioner and a watcher say it. */
final class Population {
  private static final int BATCH = 200;
  private static final String PREFIX = "measured-";
  private static final Instant EXPIRY = Instant.parse("2036-01-01T00:00:00Z");

  private final int workspaces;

  Population(int workspaces) {
    this.workspaces = workspaces;
  }

  static String name(int workspace) {
    return PREFIX + workspace;
  }

  void append(LogSettings settings) throws LogUnavailableException {
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      List<WorkspaceId> ids = ids(partition);
      append(settings, Source.PROVISIONER, partition, ids.stream().flatMap(Population::decided));
      append(settings, Source.STATUS_WATCHER, partition, ids.stream().flatMap(Population::seen));
    }
  }

  private static void append(
      LogSettings settings, Source source, int partition, Stream<EventRecord> records)
      throws LogUnavailableException {
    List<Stamped> events = records.map(record -> new Stamped(record, Stamp.NONE)).toList();
    try (PartitionLog log = PartitionLog.take(settings, source, partition)) {
      for (int from = 0; from < events.size(); from += BATCH) {
        log.append(events.subList(from, Math.min(events.size(), from + BATCH)));
      }
    }
  }

  private List<WorkspaceId> ids(int partition) {
    return IntStream.range(0, workspaces)
        .mapToObj(Population::name)
        .map(WorkspaceId::new)
        .filter(id -> Partitions.of(id) == partition)
        .toList();
  }

  private static Stream<EventRecord> decided(WorkspaceId id) {
    // A tenth belongs to whoever looks with the token, so that pages have some to show as theirs.
    String owner = id.value().endsWith("0") ? "token" : "benchmark";
    WorkspaceSpec spec = new WorkspaceSpec("namespace", Map.of("helmVersion", "2.4.1"), Map.of());
    return Stream.of(
        record(id, Source.PROVISIONER, 1, new Event.Created(1, 1, spec, owner, EXPIRY)),
        record(
            id,
            Source.PROVISIONER,
            2,
            new Event.Provisioned(
                1, Map.of("K8sNamespace", id.value(), "ConsoleURL", "https://example.com/" + id))));
  }

  private static Stream<EventRecord> seen(WorkspaceId id) {
    return Stream.of(
        record(
            id,
            Source.STATUS_WATCHER,
            1,
            new Event.ConnectionChanged(1, Map.of("Service/web", "10.0.0.1"))),
        record(id, Source.STATUS_WATCHER, 2, new Event.ReadinessChanged(1, new Readiness.Ready())));
  }

  private static EventRecord record(WorkspaceId id, Source source, long sequence, Event event) {
    return new EventRecord(id, source, sequence, new Cause.Observed(), Instant.now(), event);
  }
}
