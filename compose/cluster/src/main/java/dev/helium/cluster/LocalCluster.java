package dev.helium.cluster;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.ComponentStatus;
import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.kubernetes.ClusterDirectory;
import dev.helium.cluster.kubernetes.Credentials;
import dev.helium.cluster.kubernetes.Ports;
import dev.helium.cluster.process.Directories;
import dev.helium.cluster.process.DirectoryLock;
import dev.helium.cluster.process.Guardian;
import dev.helium.cluster.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A running cluster. All there is to know of it is in its directory, so another JVM can {@link
 * #attach} to a detached one. Not for more than one thread at a time.
 */
public final class LocalCluster implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(2);

  /** Those that talk to the API server end before it, and the store they all stand on ends last. */
  private static final List<List<String>> STOP_ORDER =
      List.of(
          List.of(
              Component.KWOK.program(),
              Component.KUBE_SCHEDULER.program(),
              Component.KUBE_CONTROLLER_MANAGER.program()),
          List.of(Component.KUBE_APISERVER.program()),
          List.of(Component.ETCD.program()));

  private final ClusterDirectory directory;
  private final ProcessTable processes;
  private final Lifetime lifetime;
  private final Optional<Guardian> guardian;

  private LocalCluster(
      ClusterDirectory directory,
      ProcessTable processes,
      Lifetime lifetime,
      Optional<Guardian> guardian) {
    this.directory = directory;
    this.processes = processes;
    this.lifetime = lifetime;
    this.guardian = guardian;
  }

  /**
   * Starts a cluster and waits until pods can be made on it. A directory with old state goes on
   * from there. A detached cluster that runs there already is taken as it is; of any other what
   * still runs is ended first.
   *
   * @throws ClusterException when a program cannot be had, does not start or does not become ready;
   *     nothing runs then
   */
  public static LocalCluster start(LocalClusterOptions options) {
    ClusterDirectory directory = new ClusterDirectory(options.directory());
    ProcessTable processes = new ProcessTable(directory.root());
    try {
      directory.create();
      try (DirectoryLock _ = lock(directory)) {
        boolean running = programs().stream().allMatch(name -> processes.running(name).isPresent());
        return switch (options.lifetime()) {
          case DETACHED -> {
            if (!running) {
              stop(processes);
              new Startup(options, directory, processes, Optional.empty()).run();
            }
            yield new LocalCluster(directory, processes, Lifetime.DETACHED, Optional.empty());
          }
          case THIS_JVM -> {
            stop(processes);
            yield startGuarded(options, directory, processes);
          }
        };
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The cluster in %s".formatted(directory.root()), e);
    }
  }

  private static LocalCluster startGuarded(
      LocalClusterOptions options, ClusterDirectory directory, ProcessTable processes)
      throws IOException {
    Guardian guardian = Guardian.start();
    boolean started = false;
    try {
      new Startup(options, directory, processes, Optional.of(guardian)).run();
      started = true;
      return new LocalCluster(directory, processes, Lifetime.THIS_JVM, Optional.of(guardian));
    } finally {
      if (!started) {
        guardian.close();
      }
    }
  }

  /** The cluster that some JVM started in a directory, when at least one of its programs runs. */
  public static Optional<LocalCluster> attach(Path directory) {
    ClusterDirectory files = new ClusterDirectory(directory);
    ProcessTable processes = new ProcessTable(files.root());
    return programs().stream().anyMatch(name -> processes.running(name).isPresent())
        ? Optional.of(new LocalCluster(files, processes, Lifetime.DETACHED, Optional.empty()))
        : Optional.empty();
  }

  /**
   * Stops the cluster of a directory when it runs, and deletes the directory with all its state.
   *
   * @throws ClusterException when the directory holds something that is no cluster
   */
  public static void wipe(Path directory) {
    ClusterDirectory files = new ClusterDirectory(directory);
    if (!files.isEmptyOrCluster()) {
      throw new ClusterException("%s is not deleted: it holds no cluster.".formatted(files.root()));
    }
    try {
      stop(new ProcessTable(files.root()));
      Directories.delete(files.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts one program again that has ended, with the ports that it had, and waits until it is
   * ready.
   *
   * @throws ClusterException when it does not start or does not become ready
   */
  public static void restart(LocalClusterOptions options, Component component) {
    ClusterDirectory directory = new ClusterDirectory(options.directory());
    try (DirectoryLock _ = lock(directory)) {
      // Left to itself, as the one of the whole cluster is: it ends with this JVM.
      Optional<Guardian> guardian =
          switch (options.lifetime()) {
            case DETACHED -> Optional.empty();
            case THIS_JVM -> Optional.of(Guardian.start());
          };
      new Startup(options, directory, new ProcessTable(directory.root()), guardian)
          .restart(component);
    } catch (IOException e) {
      throw new UncheckedIOException("The cluster in %s".formatted(directory.root()), e);
    }
  }

  /** Ends a program as a crash would, and returns when it is gone. */
  public void kill(Component component) {
    processes.kill(component.program());
  }

  /** Where all of it lies. */
  public Path directory() {
    return directory.root();
  }

  /** The kubeconfig file with all rights. */
  public Path kubeconfig() {
    return directory.kubeconfig();
  }

  /** The kubeconfig file with the rights that workspaces need and no more. */
  public Path heliumKubeconfig() {
    return directory.heliumKubeconfig();
  }

  /**
   * Makes a kubeconfig file for a user who can do what roles bound to its name or groups allow,
   * which is nothing at first.
   */
  public Path issueKubeconfig(String user, List<String> groups, Path file) {
    try {
      Credentials.in(directory, apiServer(), InstantSource.system())
          .writeKubeconfig(file, user, groups);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the API server answers. */
  public URI apiServer() {
    return Ports.read(directory).address(Component.KUBE_APISERVER);
  }

  /** What runs and what does not, in the order of starting. */
  public List<ComponentStatus> status() {
    Ports ports = Ports.read(directory);
    return Arrays.stream(Component.values())
        .map(
            component ->
                new ComponentStatus(
                    component,
                    processes.processId(component.program()),
                    ports.of(component),
                    processes.running(component.program()).isPresent()))
        .toList();
  }

  /** Where a program writes its log. */
  public Path logOf(Component component) {
    return processes.logOf(component.program());
  }

  /** Completes with the name of the first program that ends, whether it was asked to or not. */
  public CompletableFuture<String> firstToEnd() {
    return processes.firstToEnd(programs());
  }

  /**
   * Ends every program and keeps the state; some seconds at most. Nothing happens the second time.
   */
  public void stop() {
    try (DirectoryLock _ = lock(directory)) {
      stop(processes);
      if (guardian.isPresent()) {
        guardian.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops a cluster that belongs to this JVM, and lets go of a detached one. */
  @Override
  public void close() {
    switch (lifetime) {
      case THIS_JVM -> stop();
      case DETACHED -> {}
    }
  }

  static void stop(ProcessTable processes) {
    STOP_ORDER.forEach(names -> processes.stop(names, STOP_LIMIT));
  }

  static List<String> programs() {
    return Arrays.stream(Component.values()).map(Component::program).toList();
  }

  private static DirectoryLock lock(ClusterDirectory directory) throws IOException {
    return DirectoryLock.acquire(directory.root(), LOCK_LIMIT, () -> {});
  }
}
