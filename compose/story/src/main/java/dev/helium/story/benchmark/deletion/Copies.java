package dev.helium.story.benchmark.deletion;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionLog;
import dev.helium.log.PartitionLog.Stamped;
import dev.helium.log.Partitions;
import dev.helium.log.Stamp;
import dev.helium.story.StoryWorld;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many workspaces of which Helium made the first alone. The others are its copies in the cluster,
 * in the state and in the log, so whoever is to delete them finds what it would find otherwise.
 */
final class Copies {
  private static final int BATCH = 500;

  /** Whose events are copied; those of others say nothing of a workspace that lives. */
  private static final List<Source> SOURCES = List.of(Source.PROVISIONER, Source.STATUS_WATCHER);

  private static final List<ServiceName> WRITERS =
      List.of(ServiceName.PROVISIONER, ServiceName.STATUS_WATCHER);

  private final StoryWorld world;
  private final Path kubeconfig;
  private final IntFunction<String> names;

  /**
   * @param names of the workspaces, the first of which is there and provisioned
   */
  Copies(StoryWorld world, Path kubeconfig, IntFunction<String> names) {
    this.world = world;
    this.kubeconfig = kubeconfig;
    this.names = names;
  }

  /** Returns when there are so many, the first included, and all services know of them. */
  void make(int workspaces) throws LogUnavailableException {
    // Each partition of the log has one writer for each source.
    WRITERS.forEach(world::kill);
    try (KubernetesClient cluster = client()) {
      Model model = Model.of(names.apply(0), world.home().state(), cluster, world.bootstrap());
      Parallel.each(workspaces - 1, number -> copy(model, names.apply(number + 1), cluster));
      for (Source source : SOURCES) {
        append(model, source, workspaces);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    WRITERS.forEach(world::start);
  }

  private static void copy(Model model, String name, KubernetesClient cluster) {
    try {
      model.writeAs(name, model.standAs(name, cluster));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void append(Model model, Source source, int workspaces) throws LogUnavailableException {
    Map<Integer, List<String>> byPartition =
        IntStream.range(1, workspaces)
            .mapToObj(names)
            .collect(Collectors.groupingBy(name -> Partitions.of(new WorkspaceId(name))));
    LogSettings log = new LogSettings(world.bootstrap());
    for (Map.Entry<Integer, List<String>> part : byPartition.entrySet()) {
      try (PartitionLog partition = PartitionLog.take(log, source, part.getKey())) {
        List<Stamped> batch = new ArrayList<>();
        for (String name : part.getValue()) {
          model.saidOf(name, source).stream().map(Copies::stamped).forEach(batch::add);
          if (batch.size() >= BATCH) {
            partition.append(batch);
            batch.clear();
          }
        }
        partition.append(batch);
      }
    }
  }

  private static Stamped stamped(EventRecord record) {
    return new Stamped(record, Stamp.NONE);
  }

  private KubernetesClient client() {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
        .build();
  }
}
