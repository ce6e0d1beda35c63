package dev.helium.launcher.stack;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.MonitoringProgram;
import dev.helium.cluster.component.Polling;
import dev.helium.cluster.process.LogTail;
import dev.helium.launcher.console.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prometheus, and Grafana where somebody has installed it, beside a stack. */
public final class Monitors {
  private static final Duration READY_LIMIT = Duration.ofSeconds(90);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final StackOptions options;
  private final MonitorPorts ports;
  private final StackListener listener;
  private final MonitorFolder folder;
  private final MonitorProcesses processes;

  public Monitors(StackOptions options, MonitorPorts ports, StackListener listener) {
    this(options, options.project(), ports, listener);
  }

  /**
   * The same with the files of another folder.
   *
   * @param project a folder with {@code compose/observe} and the runbook
   */
  public Monitors(StackOptions options, Path project, MonitorPorts ports, StackListener listener) {
    this.options = options;
    this.ports = ports;
    this.listener = listener;
    this.folder = new MonitorFolder(project, options.home());
    this.processes = new MonitorProcesses(options.home(), options.lifetime());
  }

  /**
   * Prometheus's executable, which is obtained when it is nowhere. Before anything is started, as
   * it may take minutes.
   *
   * @throws UserException when it cannot be had
   */
  public Path prepare() {
    try {
      return Binaries.ofMonitoring(options.environment())
          .locate(
              List.of(MonitoringProgram.PROMETHEUS),
              line -> listener.working(MonitorName.PROMETHEUS.label(), line))
          .get(MonitoringProgram.PROMETHEUS);
    } catch (ClusterException failure) {
      throw new UserException(failure.getMessage(), failure);
    }
  }

  /** Starts them, or leaves alone what runs as it would be started, and waits for them. */
  public void up(Path prometheus, Deployment deployment) {
    Optional<GrafanaProgram> grafana = GrafanaProgram.find(options.environment());
    folder.place(deployment, ports, runbook());
    MonitorPlans plans = new MonitorPlans(options.home(), folder, ports, options.environment());
    ensure(plans.prometheus(prometheus));
    grafana.ifPresentOrElse(
        program -> {
          new Secrets(new SecureRandom()).ensure(options.home().grafanaPassword());
          ensure(plans.grafana(program));
        },
        () ->
            listener.note(
                "Grafana is not on the path, and %s names none: the pages for it are in %s."
                    .formatted(GrafanaProgram.VARIABLE, folder.dashboards())));
  }

  /** Tells a Prometheus that was started here before which processes there are now. */
  public void follow(Deployment deployment) {
    if (Files.exists(folder.configuration())) {
      folder.target(deployment);
    }
  }

  /** Those that are meant to run and do not. */
  public Set<MonitorName> ended() {
    return processes.wanted().keySet().stream()
        .filter(name -> processes.running(name).isEmpty())
        .collect(Collectors.toSet());
  }

  public Path logOf(MonitorName name) {
    return processes.logOf(name);
  }

  private String runbook() {
    return new Variables(options.environment())
        .text("HELIUM_RUNBOOK_URL", MonitorFolder.runbookOf(ports.address(MonitorName.PROMETHEUS)));
  }

  private void ensure(MonitorPlan plan) {
    MonitorName name = plan.name();
    long begun = System.nanoTime();
    String where = ports.address(name).toString();
    boolean kept = processes.isCurrent(plan);
    if (!kept) {
      if (processes.stop(name)) {
        listener.stopped(name.label(), "stopped: its files or settings have changed");
      }
      ports.of(name).check(name.label(), process -> false);
      processes.start(plan, ports);
    }
    awaitReady(name);
    if (kept) {
      listener.kept(name.label(), where);
    } else {
      listener.ready(name.label(), where, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private void awaitReady(MonitorName name) {
    try (ReadyProbe probe = new ReadyProbe()) {
      boolean ready =
          Polling.until(
              () -> {
                if (processes.running(name).isEmpty()) {
                  throw failure(name, "ended while it was starting");
                }
                String answer = probe.ask(ports.of(name).port(), name.readyPath());
                if (!answer.equals(ReadyProbe.READY)) {
                  listener.waiting(name.label(), answer);
                }
                return answer.equals(ReadyProbe.READY);
              },
              INTERVAL,
              READY_LIMIT);
      if (!ready) {
        throw failure(name, "is not ready after %d s".formatted(READY_LIMIT.toSeconds()));
      }
    }
  }

  private UserException failure(MonitorName name, String what) {
    Path log = processes.logOf(name);
    return new UserException(
        "%s %s. The end of %s:%n%s"
            .formatted(name.label(), what, log, LogTail.of(log).indent(4).stripTrailing()));
  }
}
