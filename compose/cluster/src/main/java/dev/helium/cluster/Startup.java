package dev.helium.cluster;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Polling;
import dev.helium.cluster.kubernetes.ApiClient;
import dev.helium.cluster.kubernetes.ClusterDirectory;
import dev.helium.cluster.kubernetes.Configuration;
import dev.helium.cluster.kubernetes.Credentials;
import dev.helium.cluster.kubernetes.Health;
import dev.helium.cluster.kubernetes.InitialObjects;
import dev.helium.cluster.kubernetes.Ports;
import dev.helium.cluster.kubernetes.ProgramArguments;
import dev.helium.cluster.kubernetes.ProgramEnvironment;
import dev.helium.cluster.process.Guardian;
import dev.helium.cluster.process.LogTail;
import dev.helium.cluster.process.ProcessTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One start, from nothing running to pods being possible. */
final class Startup {

  private static final Duration INTERVAL = Duration.ofMillis(25);

  /** A free port can be taken by somebody else before its program has it. */
  private static final int ATTEMPTS = 3;

  private static final List<Component> CLIENTS_OF_API_SERVER =
      List.of(Component.KUBE_CONTROLLER_MANAGER, Component.KUBE_SCHEDULER, Component.KWOK);

  private final LocalClusterOptions options;
  private final ClusterDirectory directory;
  private final ProcessTable processes;
  private final Optional<Guardian> guardian;

  Startup(
      LocalClusterOptions options,
      ClusterDirectory directory,
      ProcessTable processes,
      Optional<Guardian> guardian) {
    this.options = options;
    this.directory = directory;
    this.processes = processes;
    this.guardian = guardian;
  }

  void run() throws IOException {
    Map<Component, Path> executables =
        Binaries.of(options.environment()).locate(options.progress());
    for (int attempt = 1; !attempt(executables, attempt == ATTEMPTS); attempt++) {
      options.progress().report("A port was taken meanwhile; starting again with others.");
    }
  }

  /** One program alone, where it was before. */
  void restart(Component component) throws IOException {
    long begun = System.nanoTime();
    Ports ports = Ports.read(directory);
    Credentials credentials =
        Credentials.in(directory, ports.address(Component.KUBE_APISERVER), InstantSource.system());
    try (Health health = new Health(ports, credentials)) {
      launch(
          component,
          Binaries.of(options.environment()).locate(options.progress()),
          new ProgramArguments(directory, ports));
      await(component, () -> health.isReady(component), begun);
    }
  }

  /** Leaves nothing running when it fails. */
  private boolean attempt(Map<Component, Path> executables, boolean last) throws IOException {
    boolean started = false;
    try {
      start(executables, Ports.choose(Ports.read(directory), options.apiServerPort()));
      started = true;
    } catch (PortTakenException e) {
      if (last) {
        throw e;
      }
    } finally {
      if (!started) {
        LocalCluster.stop(processes);
      }
    }
    return started;
  }

  private void start(Map<Component, Path> executables, Ports ports) throws IOException {
    long begun = System.nanoTime();
    URI apiServer = ports.address(Component.KUBE_APISERVER);
    Credentials credentials = Credentials.in(directory, apiServer, InstantSource.system());
    credentials.issue();
    Configuration.write(directory, ports);
    ProgramArguments arguments = new ProgramArguments(directory, ports);
    try (Health health = new Health(ports, credentials);
        ApiClient client = credentials.administrator()) {
      for (Component component : List.of(Component.ETCD, Component.KUBE_APISERVER)) {
        launch(component, executables, arguments);
        await(component, () -> health.isReady(component), begun);
      }
      InitialObjects objects = new InitialObjects(client, apiServer);
      objects.apply(options.nodes());
      for (Component component : CLIENTS_OF_API_SERVER) {
        launch(component, executables, arguments);
      }
      for (Component component : CLIENTS_OF_API_SERVER) {
        await(component, () -> health.isReady(component), begun);
      }
      await(Component.KUBE_CONTROLLER_MANAGER, () -> objects.areInUse(options.nodes()), begun);
    }
    options
        .progress()
        .report(
            "The local cluster is ready after %.1f s: %s"
                .formatted((System.nanoTime() - begun) / 1e9, apiServer));
  }

  private void launch(
      Component component, Map<Component, Path> executables, ProgramArguments arguments)
      throws IOException {
    ProcessHandle process =
        processes.start(
            component.program(),
            executables.get(component),
            arguments.of(component),
            new ProgramEnvironment(directory).of(component),
            options.lifetime());
    guardian.ifPresent(present -> present.guard(process));
  }

  private void await(Component component, BooleanSupplier ready, long begun) {
    Duration left = options.startLimit().minusNanos(System.nanoTime() - begun);
    boolean late =
        !Polling.until(
            () -> processes.running(component.program()).isEmpty() || ready.getAsBoolean(),
            INTERVAL,
            left);
    if (processes.running(component.program()).isEmpty()) {
      throw failure(component, "ended while starting");
    }
    if (late) {
      throw failure(
          component, "was not ready within %d s".formatted(options.startLimit().toSeconds()));
    }
  }

  private ClusterException failure(Component component, String what) {
    Path log = processes.logOf(component.program());
    String tail = LogTail.of(log);
    String advice =
        component == Component.ETCD
            ? "%nIf its data was damaged, by a power failure say, wipe the cluster.".formatted()
            : "";
    String message = "%s %s (%s):%n%s%s".formatted(component.program(), what, log, tail, advice);
    return tail.contains("address already in use")
        ? new PortTakenException(message)
        : new ClusterException(message);
  }

  private static final class PortTakenException extends ClusterException {

    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
      super(message);
    }
  }
}
