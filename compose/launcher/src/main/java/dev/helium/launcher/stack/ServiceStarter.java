package dev.helium.launcher.stack;

import dev.helium.cluster.component.Polling;
import dev.helium.cluster.process.LogTail;
import dev.helium.launcher.console.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Starts processes and waits for them, and remembers which it started. */
final class ServiceStarter {
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final StackOptions options;
  private final StackListener listener;
  private final ServiceProcesses processes;
  private final BooleanSupplier cancelled;
  private final List<ServiceName> started = new ArrayList<>();

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
    if (processes.stop(plan.service(), STOP_LIMIT)) {
      listener.stopped(plan.service().label(), "stopped: its code or settings have changed");
    }
    processes.start(plan);
    started.add(plan.service());
  }

  /**
   * @throws UserException when one ends or is not ready in time, with the end of its log
   */
  void awaitReady(Collection<ServiceName> services, long begun) {
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

  /** Ends what this starter has started, the last one first. */
  void undo() {
    started.reversed().forEach(service -> processes.stop(service, STOP_LIMIT));
  }

  private void awaitReady(ServiceName service, ReadyProbe probe) {
    boolean ready =
        Polling.until(
            () -> {
              checkCancelled();
              String answer = ask(service, probe);
              if (!answer.equals(ReadyProbe.READY)) {
                listener.waiting(service.label(), answer);
              }
              return answer.equals(ReadyProbe.READY);
            },
            INTERVAL,
            options.readyLimit());
    if (!ready) {
      throw failure(
          service,
          "is not ready after %d s (%s)"
              .formatted(options.readyLimit().toSeconds(), ask(service, probe)));
    }
  }

  private String ask(ServiceName service, ReadyProbe probe) {
    ProcessHandle process =
        processes
            .running(service)
            .orElseThrow(() -> failure(service, "ended while it was starting"));
    return service == ServiceName.KAFKA
        ? ReadyProbe.ask(options.home().kafka().resolve("ready"), process.pid())
        : probe.ask(options.ports().managementOf(service).port());
  }

  private void checkCancelled() {
    if (cancelled.getAsBoolean()) {
      throw new UserException("Stopped before everything was ready.");
    }
  }

  private UserException failure(ServiceName service, String what) {
    Path log = processes.logOf(service);
    return new UserException(
        "%s %s. The end of %s:%n%s"
            .formatted(service.label(), what, log, LogTail.of(log).indent(4).stripTrailing()));
  }
}
