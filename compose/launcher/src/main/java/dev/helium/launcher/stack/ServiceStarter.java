package dev.helium.launcher.stack;

import dev.helium.cluster.component.Polling;
import dev.helium.cluster.process.LogTail;
import dev.helium.launcher.console.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Starts processes and waits for them, and remembers which it started. */
final class ServiceStarter {
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final StackOptions options;
  private final StackListener listener;
  private final ServiceProcesses processes;
  private final BooleanSupplier cancelled;
  private final List<ServiceInstance> started = new ArrayList<>();

  ServiceStarter(
      StackOptions options,
      StackListener listener,
      ServiceProcesses processes,
      BooleanSupplier cancelled) {
    this.options = options;
    this.listener = listener;
    this.processes = processes;
    this.cancelled = cancelled;
  }

  /** Leaves a process that runs as planned alone, and replaces another one. */
  void ensure(ServicePlan plan) {
    checkCancelled();
    if (processes.isCurrent(plan)) {
      return;
    }
    if (processes.stop(plan.instance(), STOP_LIMIT)) {
      listener.stopped(plan.instance().label(), "stopped: its code or settings have changed");
    }
    processes.start(plan);
    started.add(plan.instance());
  }

  /** Ends the further provisioners that nobody wants any more, when this start is about them. */
  void release(Set<ServiceInstance> wanted) {
    if (!wanted.contains(ServiceInstance.first(ServiceName.PROVISIONER))) {
      return;
    }
    for (ServiceInstance instance : ServiceInstance.all().reversed()) {
      if (instance.service() == ServiceName.PROVISIONER
          && !wanted.contains(instance)
          && processes.stop(instance, STOP_LIMIT)) {
        listener.stopped(instance.label(), "stopped: fewer provisioners are wanted");
      }
    }
  }

  /**
   * @throws UserException when one ends or is not ready in time, with the end of its log
   */
  void awaitReady(Collection<ServiceInstance> instances, long begun) {
    try (ReadyProbe probe = new ReadyProbe()) {
      for (ServiceInstance instance : instances) {
        awaitReady(instance, probe);
        String where = "127.0.0.1:" + options.ports().of(instance).getFirst().port();
        if (started.contains(instance)) {
          listener.ready(instance.label(), where, Duration.ofNanos(System.nanoTime() - begun));
        } else {
          listener.kept(instance.label(), where);
        }
      }
    }
  }

  /** Ends what this starter has started, the last one first. */
  void undo() {
    started.reversed().forEach(instance -> processes.stop(instance, STOP_LIMIT));
  }

  private void awaitReady(ServiceInstance instance, ReadyProbe probe) {
    boolean ready =
        Polling.until(
            () -> {
              checkCancelled();
              String answer = ask(instance, probe);
              if (!answer.equals(ReadyProbe.READY)) {
                listener.waiting(instance.label(), answer);
              }
              return answer.equals(ReadyProbe.READY);
            },
            INTERVAL,
            options.readyLimit());
    if (!ready) {
      throw failure(
          instance,
          "is not ready after %d s (%s)"
              .formatted(options.readyLimit().toSeconds(), ask(instance, probe)));
    }
  }

  private String ask(ServiceInstance instance, ReadyProbe probe) {
    ProcessHandle process =
        processes
            .running(instance)
            .orElseThrow(() -> failure(instance, "ended while it was starting"));
    return instance.service() == ServiceName.KAFKA
        ? ReadyProbe.ask(options.home().kafka().resolve("ready"), process.pid())
        : probe.ask(options.ports().managementOf(instance).port());
  }

  private void checkCancelled() {
    if (cancelled.getAsBoolean()) {
      throw new UserException("Stopped before everything was ready.");
    }
  }

  private UserException failure(ServiceInstance instance, String what) {
    Path log = processes.logOf(instance);
    return new UserException(
        "%s %s. The end of %s:%n%s"
            .formatted(instance.label(), what, log, LogTail.of(log).indent(4).stripTrailing()));
  }
}
