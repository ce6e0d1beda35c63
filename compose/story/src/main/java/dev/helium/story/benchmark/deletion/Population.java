package dev.helium.story.benchmark.deletion;

import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionLog;
import dev.helium.log.PartitionLog.Stamped;
import dev.helium.log.Partitions;
import dev.helium.log.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts workspaces into the log as a provisioner says it, while none runs. */
final class Population {
  private static final int BATCH = 200;
  private static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());

  private final LogSettings log;

  Population(String bootstrap) {
    this.log = new LogSettings(bootstrap);
  }

  /** Returns when all are in the log, provisioned. */
  void append(Map<String, Instant> expiries) throws LogUnavailableException {
    Map<Integer, List<WorkspaceId>> byPartition =
        expiries.keySet().stream()
            .map(WorkspaceId::new)
            .collect(Collectors.groupingBy(Partitions::of));
    for (Map.Entry<Integer, List<WorkspaceId>> part : byPartition.entrySet()) {
      List<Stamped> events = new ArrayList<>();
      part.getValue().forEach(id -> life(id, expiries.get(id.value())).forEach(events::add));
      try (PartitionLog partition = PartitionLog.take(log, Source.PROVISIONER, part.getKey())) {
        for (int from = 0; from < events.size(); from += BATCH) {
          partition.append(events.subList(from, Math.min(events.size(), from + BATCH)));
        }
      }
    }
  }

  private static Stream<Stamped> life(WorkspaceId id, Instant expiry) {
    return Stream.of(
        stamped(id, 1, new Event.Created(1, 1, SPEC, "benchmark", expiry)),
        stamped(id, 2, new Event.Provisioned(1, Map.of())));
  }

  private static Stamped stamped(WorkspaceId id, long sequence, LifecycleEvent event) {
    return new Stamped(
        new EventRecord(
            id, Source.PROVISIONER, sequence, new Cause.Observed(), Instant.now(), event),
        Stamp.NONE);
  }
}
