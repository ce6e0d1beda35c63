package dev.helium.launcher.stack;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Polling;
import dev.helium.cluster.process.DirectoryLock;
import dev.helium.cluster.process.LogTail;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Broker, cluster and services, started and stopped together or one by one.
 *
 * <p>For one thread, except {@link #cancel()}.
 */
public final class Stack {
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(3);
  private static final Duration RESTART_LIMIT = Duration.ofSeconds(30);

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
      return locked();
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

  /** Starts one service again; it must have been stopped or killed. */
  public void start(ServiceName service) {
    ServicePlan plan = new ServicePlans(options, access().services()).of(service);
    processes.start(plan);
    awaitReady(List.of(service), System.nanoTime());
  }

  /** Ends a process as a crash would, and waits until it is gone. */
  public void kill(ServiceName service) {
    Optional<ProcessHandle> process = processes.running(service);
    process.ifPresent(ProcessHandle::destroyForcibly);
    if (!Polling.until(() -> processes.running(service).isEmpty(), INTERVAL, RESTART_LIMIT)) {
      throw new IllegalStateException(service.label() + " survives being killed");
    }
  }

  public boolean isRunning(ServiceName service) {
    return processes.running(service).isPresent();
  }

  public Path logOf(ServiceName service) {
    return processes.logOf(service);
  }

  private Deployment locked() {
    Set<ServiceName> wanted = wanted();
    checkPorts(wanted);
    Secrets secrets = new Secrets(new SecureRandom());
    secrets.ensure(options.home().token());
    secrets.ensure(options.home().passphrase());
    List<ServiceName> started = new ArrayList<>();
    boolean clusterRan = cluster.running().isPresent();
    try {
      return start(wanted, started);
    } catch (RuntimeException failure) {
      started.reversed().forEach(service -> processes.stop(service, RESTART_LIMIT));
      if (!clusterRan && options.mode().bringsFoundation()) {
        ClusterPart.stop(options.home());
      }
      throw failure;
    }
  }

  private Deployment start(Set<ServiceName> wanted, List<ServiceName> started) {
    long begun = System.nanoTime();
    // The broker needs no cluster: it starts while the cluster does.
    boolean broker = wanted.contains(ServiceName.KAFKA);
    if (broker && ensure(new ServicePlans(options, options.home().root()).of(ServiceName.KAFKA))) {
      started.add(ServiceName.KAFKA);
    }
    ClusterPart.Access access = options.mode().bringsFoundation() ? cluster.start() : access();
    if (broker) {
      awaitReady(List.of(ServiceName.KAFKA), started, begun);
    }
    ServicePlans plans = new ServicePlans(options, access.services());
    List<ServiceName> services =
        wanted.stream().filter(service -> service != ServiceName.KAFKA).toList();
    long servicesBegun = System.nanoTime();
    for (ServiceName service : services) {
      if (ensure(plans.of(service))) {
        started.add(service);
      }
    }
    awaitReady(services, started, servicesBegun);
    Deployment deployment =
        new Deployment(wanted, options.ports(), plans.bootstrap(), access.person(), access.local());
    Deployment all =
        Deployment.read(options.home())
            .map(before -> deployment.with(before.services()))
            .orElse(deployment);
    all.write(options.home());
    return all;
  }

  private Set<ServiceName> wanted() {
    Set<ServiceName> wanted = EnumSet.noneOf(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      if (service == ServiceName.KAFKA
          ? options.outsideKafka().isEmpty() && options.mode().bringsFoundation()
          : options.mode().includes(service)) {
        wanted.add(service);
      }
    }
    return wanted;
  }

  private void checkPorts(Set<ServiceName> wanted) {
    Set<Long> own = new HashSet<>();
    for (ServiceName service : ServiceName.values()) {
      processes.running(service).map(ProcessHandle::pid).ifPresent(own::add);
    }
    for (ServiceName service : wanted) {
      if (processes.running(service).isEmpty()) {
        options.ports().of(service).forEach(use -> use.check(service.label(), own::contains));
      }
    }
  }

  /** True when it was started. */
  private boolean ensure(ServicePlan plan) {
    if (cancelled) {
      throw new UserException("Stopped before everything was ready.");
    }
    if (processes.isCurrent(plan)) {
      return false;
    }
    if (processes.stop(plan.service(), RESTART_LIMIT)) {
      listener.stopped(plan.service().label(), "its code or settings have changed");
    }
    processes.start(plan);
    return true;
  }

  private ClusterPart.Access access() {
    return cluster
        .running()
        .orElseThrow(
            () ->
                new UserException(
                    "No cluster runs here: start everything else first, with HELIUM_MODE=API ./helium up."));
  }

  private void awaitReady(List<ServiceName> services, long begun) {
    awaitReady(services, services, begun);
  }

  private void awaitReady(List<ServiceName> services, List<ServiceName> started, long begun) {
    try (ReadyProbe probe = new ReadyProbe()) {
      for (ServiceName service : services) {
        awaitReady(service, probe);
        String where = "127.0.0.1:" + options.ports().of(service).getFirst().port();
        if (started.contains(service)) {
          listener.ready(service.label(), where, Duration.ofNanos(System.nanoTime() - begun));
        } else {
          listener.kept(service.label(), where);
        }
      }
    }
  }

  private void awaitReady(ServiceName service, ReadyProbe probe) {
    boolean ready =
        Polling.until(
            () -> {
              if (cancelled) {
                throw new UserException("Stopped before everything was ready.");
              }
              String answer = ask(service, probe);
              if (!answer.isEmpty()) {
                listener.waiting(service.label(), answer);
              }
              return answer.isEmpty();
            },
            INTERVAL,
            options.readyLimit());
    if (!ready) {
      throw new UserException(
          failure(
              service,
              "is not ready after %d s (%s)"
                  .formatted(options.readyLimit().toSeconds(), ask(service, probe))));
    }
  }

  /** Empty when ready. */
  private String ask(ServiceName service, ReadyProbe probe) {
    ProcessHandle process =
        processes
            .running(service)
            .orElseThrow(() -> new UserException(failure(service, "ended while starting")));
    return service == ServiceName.KAFKA
        ? ReadyProbe.ask(options.home().kafka().resolve("ready"), process.pid())
        : probe.ask(options.ports().managementOf(service).port());
  }

  private String failure(ServiceName service, String what) {
    Path log = processes.logOf(service);
    return "%s %s. The end of %s:%n%s"
        .formatted(service.label(), what, log, LogTail.of(log).indent(4).stripTrailing());
  }
}
