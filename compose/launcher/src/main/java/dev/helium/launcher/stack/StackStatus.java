package dev.helium.launcher.stack;

import dev.helium.cluster.component.ComponentStatus;
import dev.helium.cluster.component.Lifetime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What runs of what is meant to run. */
public final class StackStatus {
  private static final String DOWN = "down";

  private final Home home;
  private final ServiceProcesses processes;
  private final MonitorProcesses monitors;

  public StackStatus(Home home) {
    this.home = home;
    this.processes = new ServiceProcesses(home, Lifetime.DETACHED, Map.of());
    this.monitors = new MonitorProcesses(home, Lifetime.DETACHED);
  }

  /** In the order of starting. */
  public List<ProcessStatus> of(Deployment deployment) {
    List<ProcessStatus> all = new ArrayList<>();
    try (ReadyProbe probe = new ReadyProbe()) {
      for (ServiceInstance service : ServiceInstance.all()) {
        if (deployment.services().contains(service)) {
          all.add(of(service, deployment.ports(), probe));
        }
      }
      monitors.wanted().forEach((monitor, port) -> all.add(of(monitor, port, probe)));
    }
    if (deployment.localCluster()) {
      List<ComponentStatus> parts = ClusterPart.status(home);
      all.addAll(parts.stream().map(StackStatus::of).toList());
      if (parts.isEmpty()) {
        all.add(down(ClusterPart.NAME, ""));
      }
    }
    return all;
  }

  private ProcessStatus of(ServiceInstance service, StackPorts ports, ReadyProbe probe) {
    String address = "127.0.0.1:" + ports.of(service).getFirst().port();
    Optional<ProcessHandle> running = processes.running(service);
    if (running.isEmpty()) {
      return down(service.label(), address);
    }
    String waiting =
        service.service() == ServiceName.KAFKA
            ? ReadyProbe.ask(home.kafka().resolve("ready"), running.get().pid())
            : probe.ask(ports.managementOf(service).port());
    return up(service.label(), waiting, running.get(), address);
  }

  private ProcessStatus of(MonitorName monitor, int port, ReadyProbe probe) {
    String address = "127.0.0.1:" + port;
    return monitors
        .running(monitor)
        .map(process -> up(monitor.label(), probe.ask(port, monitor.readyPath()), process, address))
        .orElseGet(() -> down(monitor.label(), address));
  }

  private static ProcessStatus of(ComponentStatus part) {
    String address = "127.0.0.1:" + part.port();
    return part.alive()
        ? ProcessHandle.of(part.processId())
            .map(process -> up(part.name(), ReadyProbe.READY, process, address))
            .orElseGet(() -> down(part.name(), address))
        : down(part.name(), address);
  }

  private static ProcessStatus up(
      String name, String waiting, ProcessHandle process, String address) {
    Optional<Instant> started = process.info().startInstant();
    return new ProcessStatus(
        name,
        waiting.isEmpty() ? "ready" : waiting,
        waiting.isEmpty(),
        process.pid(),
        address,
        started,
        ResidentMemory.of(process.pid()));
  }

  private static ProcessStatus down(String name, String address) {
    return new ProcessStatus(name, DOWN, false, 0, address, Optional.empty(), OptionalLong.empty());
  }
}
