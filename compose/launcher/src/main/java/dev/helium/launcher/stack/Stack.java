package dev.helium.launcher.stack;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Polling;
import dev.helium.cluster.process.DirectoryLock;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Broker, cluster and services, started together or one by one.
 *
 * <p>For one thread, except {@link #cancel()}.
 */
public final class Stack {
  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(3);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(30);

  private final StackOptions options;
  private final StackListener listener;
  private final ServiceProcesses processes;
  private final ClusterPart cluster;
  private volatile boolean cancelled;

  public Stack(StackOptions options, StackListener listener) {
    this.options = options;
    this.listener = listener;
    this.processes =
        new ServiceProcesses(options.home(), options.lifetime(), options.environment());
    this.cluster = new ClusterPart(options, listener);
  }

  /**
   * Starts what does not run, and what runs with other code or settings again; returns when all is
   * ready. When a part fails, what this call started is stopped.
   *
   * @throws UserException when something cannot run, with what to do about it
   */
  public Deployment up() {
    options.home().create();
    try (DirectoryLock _ =
        DirectoryLock.acquire(
            options.home().run(),
            LOCK_LIMIT,
            () -> listener.note("Waiting for another helium command to finish."))) {
      return prepared();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ClusterException failure) {
      throw new UserException(failure.getMessage(), failure);
    }
  }

  /** Lets an {@link #up()} that is under way on another thread fail soon. */
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /** Starts one service of a running stack, and returns when it is ready. */
  public void start(ServiceName service) {
    ServiceStarter starter = starter();
    starter.ensure(new ServicePlans(options, access().services()).of(service));
    starter.awaitReady(List.of(service), System.nanoTime());
  }

  /** Ends a process as a crash would, and returns when it is gone. */
  public void kill(ServiceName service) {
    Optional<ProcessHandle> process = processes.running(service);
    process.ifPresent(ProcessHandle::destroyForcibly);
    if (!Polling.until(() -> !isRunning(service), INTERVAL, KILL_LIMIT)) {
      throw new IllegalStateException(service.label() + " survives being killed");
    }
  }

  public boolean isRunning(ServiceName service) {
    return processes.running(service).isPresent();
  }

  public Path logOf(ServiceName service) {
    return processes.logOf(service);
  }

  private Deployment prepared() {
    Set<ServiceName> wanted = EnumSet.allOf(ServiceName.class);
    wanted.removeIf(service -> !options.mode().includes(service));
    if (options.outsideKafka().isPresent()) {
      wanted.remove(ServiceName.KAFKA);
    }
    check(wanted);
    Secrets secrets = new Secrets(new SecureRandom());
    secrets.ensure(options.home().token());
    secrets.ensure(options.home().passphrase());
    boolean clusterRan = cluster.running().isPresent();
    ServiceStarter starter = starter();
    try {
      return start(wanted, starter);
    } catch (RuntimeException failure) {
      starter.undo();
      if (!clusterRan) {
        ClusterPart.stop(options.home());
      }
      throw failure;
    }
  }

  private Deployment start(Set<ServiceName> wanted, ServiceStarter starter) {
    long begun = System.nanoTime();
    Set<ServiceName> broker = EnumSet.copyOf(wanted);
    broker.removeIf(service -> service != ServiceName.KAFKA);
    // The broker needs no cluster: it starts while the cluster does.
    ServicePlans withoutCluster = new ServicePlans(options, options.home().root());
    broker.forEach(service -> starter.ensure(withoutCluster.of(service)));
    ClusterPart.Access access = options.mode().bringsFoundation() ? cluster.start() : access();
    starter.awaitReady(broker, begun);

    long servicesBegun = System.nanoTime();
    Set<ServiceName> services = EnumSet.copyOf(wanted);
    services.removeAll(broker);
    ServicePlans plans = new ServicePlans(options, access.services());
    services.forEach(service -> starter.ensure(plans.of(service)));
    starter.awaitReady(services, servicesBegun);
    return recorded(wanted, plans.bootstrap(), access);
  }

  private Deployment recorded(
      Set<ServiceName> wanted, String bootstrap, ClusterPart.Access access) {
    Deployment now =
        new Deployment(wanted, options.ports(), bootstrap, access.person(), access.local());
    Deployment all =
        Deployment.read(options.home())
            .map(before -> now.with(before.services().stream().filter(this::isRunning).toList()))
            .orElse(now);
    all.write(options.home());
    return all;
  }

  /** All that can be known to be wrong before anything is started. */
  private void check(Set<ServiceName> wanted) {
    RuntimeClasspath classpath = new RuntimeClasspath(options.project(), options.home().library());
    wanted.forEach(classpath::of);
    Set<Long> own =
        Arrays.stream(ServiceName.values())
            .map(processes::running)
            .flatMap(Optional::stream)
            .map(ProcessHandle::pid)
            .collect(Collectors.toSet());
    wanted.stream()
        .filter(service -> !isRunning(service))
        .forEach(
            service ->
                options
                    .ports()
                    .of(service)
                    .forEach(use -> use.check(service.label(), own::contains)));
  }

  private ClusterPart.Access access() {
    return cluster
        .running()
        .orElseThrow(
            () ->
                new UserException(
                    "No cluster runs here: start the rest first, with HELIUM_MODE=API ./helium up."));
  }

  private ServiceStarter starter() {
    return new ServiceStarter(options, listener, processes, () -> cancelled);
  }
}
