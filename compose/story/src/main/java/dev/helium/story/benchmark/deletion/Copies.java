package dev.helium.story.benchmark.deletion;

import dev.helium.domain.Source;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.log.LogUnavailableException;
import dev.helium.story.ClusterClient;
import dev.helium.story.StoryWorld;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Many workspaces of which Helium made the first alone. The others are its copies in the cluster,
 * in the state and in the log, so whoever is to delete them finds what it would find otherwise.
 */
final class Copies {
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
    List<String> copies = IntStream.range(1, workspaces).mapToObj(names).toList();
    Population population = new Population(world.bootstrap());
    try (KubernetesClient cluster = ClusterClient.of(kubeconfig)) {
      Model model = Model.of(names.apply(0), world.home().state(), cluster, world.bootstrap());
      Parallel.each(copies.size(), number -> copy(model, copies.get(number), cluster));
      for (Source source : SOURCES) {
        population.append(source, copies, name -> model.saidOf(name, source));
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
}
