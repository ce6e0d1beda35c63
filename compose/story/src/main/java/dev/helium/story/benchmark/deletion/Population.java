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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts workspaces into the log as services say it, while none of them runs. */
final class Population {
  private static final int BATCH = 200;
  private static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());

  private final LogSettings log;

  Population(String bootstrap) {
    this.log = new LogSettings(bootstrap);
  }

  /** Returns when all are in the log, provisioned. */
  void append(Map<String, Instant> expiries) throws LogUnavailableException {
    append(Source.PROVISIONER, expiries.keySet(), name -> life(name, expiries.get(name)));
  }

  /**
   * Returns when all that a source says of some workspaces is in the log.
   *
   * @param says of a workspace, in this order
   */
  void append(Source source, Collection<String> names, Function<String, List<EventRecord>> says)
      throws LogUnavailableException {
    Map<Integer, List<String>> byPartition =
        names.stream().collect(Collectors.groupingBy(name -> Partitions.of(new WorkspaceId(name))));
    for (Map.Entry<Integer, List<String>> part : byPartition.entrySet()) {
      List<Stamped> events =
          part.getValue().stream()
              .flatMap(name -> says.apply(name).stream())
              .map(event -> new Stamped(event, Stamp.NONE))
              .toList();
      try (PartitionLog partition = PartitionLog.take(log, source, part.getKey())) {
        for (int from = 0; from < events.size(); from += BATCH) {
          partition.append(events.subList(from, Math.min(events.size(), from + BATCH)));
        }
      }
    }
  }

  private static List<EventRecord> life(String name, Instant expiry) {
    return List.of(
        record(name, 1, new Event.Created(1, 1, SPEC, "benchmark", expiry)),
        record(name, 2, new Event.Provisioned(1, Map.of())));
  }

  private static EventRecord record(String name, long sequence, LifecycleEvent event) {
    return new EventRecord(
        new WorkspaceId(name),
        Source.PROVISIONER,
        sequence,
        new Cause.Observed(),
        Instant.now(),
        event);
  }
}
