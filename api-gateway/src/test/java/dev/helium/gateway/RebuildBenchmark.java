package dev.helium.gateway;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.EventLog;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.PartitionLog;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.TopicAdministration;
import dev.helium.wire.Snapshot;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * How long a gateway with an empty map needs until it shows all that is in the log, from the log
 * alone and from snapshots, and what the map takes. Prints numbers of this machine; the broker is
 * in this process, each gateway in one of its own with the heap that `./helium up` gives it.
 *
 * <p>Arguments: workspaces, events of each, rounds.
 */
final class RebuildBenchmark {
  private static final int UNDER_WAY = 5_000;
  private static final String HEAP = "-Xmx256m";

  private final Vertx vertx = Vertx.vertx();
  private final LogSettings settings;
  private final Path folder;

  private RebuildBenchmark(String bootstrap, Path folder) {
    this.settings = new LogSettings(bootstrap);
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    int[] counts = {10_000, 50, 3};
    for (int index = 0; index < arguments.length; index++) {
      counts[index] = Integer.parseInt(arguments[index]);
    }
    Path folder = Files.createTempDirectory("rebuild-benchmark-");
    try (KafkaBroker broker = KafkaBroker.start(BrokerOptions.onAFreePort(folder))) {
      new RebuildBenchmark(broker.bootstrap(), folder).run(counts[0], counts[1], counts[2]);
    } finally {
      delete(folder);
    }
  }

  private void run(int workspaces, int events, int rounds) throws Exception {
    System.out.printf("%d processors%n", Runtime.getRuntime().availableProcessors());
    Futures.await(TopicAdministration.ensure(vertx, settings));
    rebuild("empty log", 1);
    List<List<EventRecord>> histories =
        IntStream.range(0, workspaces)
            .mapToObj(index -> BenchmarkHistory.of(new WorkspaceId("workspace-" + index), events))
            .toList();
    fill(histories, 0, events - 1);
    Map<Integer, PartitionSnapshot> snapshots = fold();
    fill(histories, events - 1, events);
    String log = workspaces * events + " events of " + workspaces + " workspaces";
    rebuild(log, rounds);
    keep(snapshots);
    rebuild(log + ", of which " + workspaces + " after the snapshots", rounds);
    Futures.await(vertx.close());
  }

  /** Every workspace's first event, then every one's second, and so on. */
  private void fill(List<List<EventRecord>> histories, int from, int to)
      throws InterruptedException {
    EventLog log = new EventLog(vertx, settings);
    Semaphore places = new Semaphore(UNDER_WAY);
    for (int index = from; index < to; index++) {
      for (List<EventRecord> history : histories) {
        places.acquire();
        log.append(history.get(index)).onComplete(ignored -> places.release());
      }
    }
    places.acquire(UNDER_WAY);
    Futures.await(log.close());
  }

  private Map<Integer, PartitionSnapshot> fold() {
    Map<Integer, PartitionSnapshot> snapshots = new HashMap<>();
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      Map<WorkspaceId, Snapshot> folded = new HashMap<>();
      long[] next = {0};
      Futures.await(
          EventTail.replay(
              vertx,
              settings,
              Map.of(partition, 0L),
              delivery -> {
                folded.compute(
                    delivery.record().workspace(),
                    (id, known) ->
                        (known == null ? Snapshot.absent(id) : known)
                            .apply(delivery.record(), delivery.offset()));
                next[0] = delivery.offset() + 1;
                return Future.succeededFuture();
              }));
      snapshots.put(partition, new PartitionSnapshot(1, next[0], -1, folded));
    }
    return snapshots;
  }

  private void keep(Map<Integer, PartitionSnapshot> snapshots) throws Exception {
    for (Map.Entry<Integer, PartitionSnapshot> snapshot : snapshots.entrySet()) {
      try (PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, snapshot.getKey())) {
        log.append(snapshot.getValue());
      }
    }
  }

  private void rebuild(String title, int rounds) throws Exception {
    System.out.printf("%s:%n", title);
    for (int round = 0; round < rounds; round++) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              HEAP,
              "-XX:+UseSerialGC",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "--add-modules=java.se",
              "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
              "--add-opens=java.base/java.lang=ALL-UNNAMED",
              "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
              "--add-opens=java.management/sun.management=ALL-UNNAMED",
              "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              Rebuild.class.getName(),
              settings.bootstrap(),
              folder.toString()));
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("a gateway ended with " + status);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (var walk = Files.walk(folder)) {
      paths = new ArrayList<>(walk.toList());
    }
    for (Path path : paths.reversed()) {
      Files.deleteIfExists(path);
    }
  }
}
