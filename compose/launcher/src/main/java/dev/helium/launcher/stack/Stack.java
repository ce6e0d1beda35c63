package dev.helium.launcher.stack;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.process.DirectoryLock;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
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
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(3);

  private final StackOptions options;
  private final StackListener listener;
  private final RuntimeClasspath classpath;
  private final ServiceProcesses processes;
  private final ClusterPart cluster;
  private volatile boolean cancelled;

  public Stack(StackOptions options, StackListener listener) {
    this(options, listener, new RuntimeClasspath(options.project(), options.home().library()));
  }

  private Stack(StackOptions options, StackListener listener, RuntimeClasspath classpath) {
    this.options = options;
    this.listener = listener;
    this.classpath = classpath;
    this.processes =
        new ServiceProcesses(options.home(), options.lifetime(), options.environment());
    this.cluster = new ClusterPart(options, listener);
  }

  /** The same stack with the same code, whoever builds meanwhile, and not a word about it. */
  public Stack silent() {
    return new Stack(options, StackListener.silent(), classpath);
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

  /** Starts processes of a running stack, in the order given, and returns when all are ready. */
  public void start(List<ServiceInstance> instances) {
    ServiceStarter starter = starter();
    ServicePlans plans = new ServicePlans(options, classpath, access());
    instances.forEach(instance -> starter.ensure(plans.of(instance)));
    starter.awaitReady(instances, System.nanoTime());
  }

  /** Ends a process as a crash would, and returns when it is gone. */
  public void kill(ServiceInstance instance) {
    processes.kill(instance);
  }

  /** Lets a process stand still, as a machine does that is suspended. */
  public void pause(ServiceInstance instance) {
    processes.pause(instance);
  }

  /** Lets a process go on that was paused. */
  public void resume(ServiceInstance instance) {
    processes.resume(instance);
  }

  /** Ends a program of the local cluster as a crash would, and returns when it is gone. */
  public void kill(Component program) {
    cluster.kill(program);
  }

  /** Starts a program of the local cluster that has ended, and returns when it is ready. */
  public void start(Component program) {
    cluster.restart(program);
  }

  public boolean isRunning(Component program) {
    return ClusterPart.status(options.home()).stream()
        .anyMatch(part -> part.component() == program && part.alive());
  }

  public boolean isRunning(ServiceInstance instance) {
    return processes.running(instance).isPresent();
  }

  /** What its process has used of the processors so far; empty when the system does not tell. */
  public Optional<Duration> processorTime(ServiceInstance instance) {
    return process(instance).flatMap(process -> process.info().totalCpuDuration());
  }

  /** Its process, when it runs. */
  public Optional<ProcessHandle> process(ServiceInstance instance) {
    return processes.running(instance);
  }

  public Path logOf(ServiceInstance instance) {
    return processes.logOf(instance);
  }

  private Deployment prepared() {
    Set<ServiceInstance> wanted = options.instances();
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

  private Deployment start(Set<ServiceInstance> wanted, ServiceStarter starter) {
    long begun = System.nanoTime();
    List<ServiceInstance> broker =
        wanted.stream().filter(instance -> instance.service() == ServiceName.KAFKA).toList();
    // The broker needs no cluster: it starts while the cluster does.
    ServicePlans withoutCluster =
        new ServicePlans(options, classpath, ClusterPart.Access.none(options.home()));
    broker.forEach(instance -> starter.ensure(withoutCluster.of(instance)));
    ClusterPart.Access access = options.mode().bringsFoundation() ? cluster.start() : access();
    starter.awaitReady(broker, begun);

    long servicesBegun = System.nanoTime();
    List<ServiceInstance> services =
        wanted.stream().filter(instance -> instance.service() != ServiceName.KAFKA).toList();
    starter.release(wanted);
    ServicePlans plans = new ServicePlans(options, classpath, access);
    services.forEach(instance -> starter.ensure(plans.of(instance)));
    starter.awaitReady(services, servicesBegun);
    return recorded(wanted, plans.bootstrap(), access);
  }

  private Deployment recorded(
      Set<ServiceInstance> wanted, String bootstrap, ClusterPart.Access access) {
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
  private void check(Set<ServiceInstance> wanted) {
    wanted.stream().map(ServiceInstance::service).distinct().forEach(classpath::of);
    Set<Long> own =
        ServiceInstance.all().stream()
            .map(processes::running)
            .flatMap(Optional::stream)
            .map(ProcessHandle::pid)
            .collect(Collectors.toSet());
    wanted.stream()
        .filter(instance -> !isRunning(instance))
        .forEach(
            instance ->
                options
                    .ports()
                    .of(instance)
                    .forEach(use -> use.check(instance.label(), own::contains)));
  }

  private ClusterPart.Access access() {
    return cluster
        .running()
        .orElseThrow(
            () ->
                new UserException(
                    "No cluster runs here: start the rest first, with HELIUM_MODE=API ./helium"
                        + " up."));
  }

  private ServiceStarter starter() {
    return new ServiceStarter(options, listener, processes, () -> cancelled);
  }
}
