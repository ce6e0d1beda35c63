package dev.helium.watcher.benchmark;

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
import dev.helium.wire.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Makes all workspaces, in the log as a provisioner says it and in the cluster. */
final class Population {
  private static final int BATCH = 200;
  private static final int AT_ONCE = 40;
  private static final int STEPS = 10;

  private final Fleet fleet;

  Population(Fleet fleet) {
    this.fleet = fleet;
  }

  void append(LogSettings settings) throws LogUnavailableException {
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      List<Stamped> events = events(partition);
      try (PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, partition)) {
        for (int from = 0; from < events.size(); from += BATCH) {
          log.append(events.subList(from, Math.min(events.size(), from + BATCH)));
        }
      }
    }
  }

  /** Returns when the API server has everything; pods become ready meanwhile. */
  void make(Requests requests) {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> done =
          IntStream.range(0, AT_ONCE)
              .mapToObj(worker -> CompletableFuture.runAsync(() -> work(requests, next), workers))
              .toList();
      done.forEach(CompletableFuture::join);
    }
  }

  /**
   * Makes the API server forget who set which field of a pod. Keeping that up to date is most of
   * what a change of a status costs there (the tracking of field managers), and would leave less
   * than the rate that is asked for.
   */
  void forgetManagers(Requests requests) {
    for (int pod = 0; pod < fleet.pods(); pod++) {
      requests.patch(
          Fleet.path(pod / Fleet.PODS, pod % Fleet.PODS),
          "{\"metadata\":{\"managedFields\":[{}]}}",
          () -> {});
    }
    requests.settle();
  }

  private void work(Requests requests, AtomicInteger next) {
    for (int workspace = next.getAndIncrement();
        workspace < fleet.workspaces();
        workspace = next.getAndIncrement()) {
      make(requests, workspace);
      if ((workspace + 1) % Math.max(1, fleet.workspaces() / STEPS) == 0) {
        System.out.println("  " + (workspace + 1) + " workspaces made");
      }
    }
  }

  private void make(Requests requests, int workspace) {
    String inside = "/api/v1/namespaces/" + Fleet.name(workspace);
    requests.create("/api/v1/namespaces", Fleet.namespace(workspace)).join();
    requests
        .create(
            inside + "/serviceaccounts",
            "{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"metadata\":{\"name\":\"default\"}}")
        .join();
    List<CompletableFuture<Void>> pods = new ArrayList<>();
    for (int pod = 0; pod < Fleet.PODS; pod++) {
      pods.add(requests.create(inside + "/pods", fleet.pod(workspace, pod)));
    }
    pods.forEach(CompletableFuture::join);
  }

  private List<Stamped> events(int partition) {
    return IntStream.range(0, fleet.workspaces())
        .mapToObj(Fleet::id)
        .filter(id -> Partitions.of(id) == partition)
        .flatMap(
            id ->
                List.of(
                    stamped(
                        id,
                        1,
                        new Event.Created(
                            1,
                            1,
                            new WorkspaceSpec("namespace", Map.of(), Map.of()),
                            "me",
                            Instant.parse("2036-01-01T00:00:00Z"))),
                    stamped(id, 2, new Event.Provisioned(1, Map.of())))
                    .stream())
        .toList();
  }

  private static Stamped stamped(WorkspaceId id, long sequence, LifecycleEvent event) {
    return new Stamped(
        new EventRecord(
            id, Source.PROVISIONER, sequence, new Cause.Observed(), Instant.now(), event),
        Stamp.NONE);
  }
}
