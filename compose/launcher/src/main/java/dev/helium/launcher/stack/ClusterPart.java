package dev.helium.launcher.stack;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.ComponentStatus;
import dev.helium.launcher.console.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cluster: the one of this home, or one that a person brought. */
final class ClusterPart {
  static final String NAME = "cluster";

  private final StackOptions options;
  private final StackListener listener;

  ClusterPart(StackOptions options, StackListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /** What the services, and what a person, reach it with. */
  record Access(Path services, Path person, boolean local) {
    /** For what needs no cluster. */
    static Access none(Home home) {
      return new Access(home.root(), home.root(), false);
    }
  }

  Access start() {
    return options.kubeconfig().map(this::brought).orElseGet(this::local);
  }

  /** Where the files are without starting anything. */
  Optional<Access> running() {
    return options
        .kubeconfig()
        .map(file -> Optional.of(new Access(file, file, false)))
        .orElseGet(
            () ->
                LocalCluster.attach(options.home().cluster())
                    .map(
                        cluster ->
                            new Access(cluster.heliumKubeconfig(), cluster.kubeconfig(), true)));
  }

  private Access brought(Path kubeconfig) {
    long begun = System.nanoTime();
    String where = OutsideCluster.check(kubeconfig);
    listener.ready(NAME, where, Duration.ofNanos(System.nanoTime() - begun));
    return new Access(kubeconfig, kubeconfig, false);
  }

  private Access local() {
    Path directory = options.home().cluster();
    boolean ran =
        LocalCluster.attach(directory)
            .map(cluster -> cluster.status().stream().allMatch(ComponentStatus::alive))
            .orElse(false);
    long begun = System.nanoTime();
    try {
      LocalCluster cluster = LocalCluster.start(local(directory));
      String where = cluster.apiServer().toString();
      if (ran) {
        listener.kept(NAME, where);
      } else {
        listener.ready(NAME, where, Duration.ofNanos(System.nanoTime() - begun));
      }
      return new Access(cluster.heliumKubeconfig(), cluster.kubeconfig(), true);
    } catch (ClusterException failure) {
      throw new UserException(failure.getMessage(), failure);
    }
  }

  void kill(Component program) {
    LocalCluster.attach(options.home().cluster()).ifPresent(cluster -> cluster.kill(program));
  }

  void restart(Component program) {
    LocalCluster.restart(local(options.home().cluster()), program);
  }

  private LocalClusterOptions local(Path directory) {
    return LocalClusterOptions.in(directory)
        .withLifetime(options.lifetime())
        .withEnvironment(options.environment())
        .withProgress(line -> listener.working(NAME, line));
  }

  static List<ComponentStatus> status(Home home) {
    return LocalCluster.attach(home.cluster()).map(LocalCluster::status).orElse(List.of());
  }

  /** False when none ran. */
  static boolean stop(Home home) {
    Optional<LocalCluster> cluster = LocalCluster.attach(home.cluster());
    cluster.ifPresent(LocalCluster::stop);
    return cluster.isPresent();
  }
}
