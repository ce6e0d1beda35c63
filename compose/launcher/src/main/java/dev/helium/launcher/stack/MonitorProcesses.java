package dev.helium.launcher.stack;

import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.process.Guardian;
import dev.helium.cluster.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of a home that watch; all that is known of them is on disk. */
final class MonitorProcesses {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Home home;
  private final ProcessTable table;
  private final Lifetime lifetime;

  MonitorProcesses(Home home, Lifetime lifetime) {
    this.home = home;
    this.table = new ProcessTable(home.root());
    this.lifetime = lifetime;
  }

  Optional<ProcessHandle> running(MonitorName name) {
    return table.running(name.label());
  }

  Path logOf(MonitorName name) {
    return table.logOf(name.label());
  }

  /** Whether the process that runs is the one of this plan. */
  boolean isCurrent(MonitorPlan plan) {
    return running(plan.name()).isPresent()
        && read(fingerprintOf(plan.name())).filter(plan.fingerprint()::equals).isPresent();
  }

  void start(MonitorPlan plan, MonitorPorts ports) {
    MonitorName name = plan.name();
    try {
      Files.createDirectories(home.run());
      Files.writeString(fingerprintOf(name), plan.fingerprint());
      Files.writeString(portOf(name), Integer.toString(ports.of(name).port()));
      ProcessHandle process =
          table.start(
              name.label(), plan.executable(), plan.arguments(), plan.environment(), lifetime);
      switch (lifetime) {
        case THIS_JVM -> Guardian.start().guard(process);
        case DETACHED -> {}
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(name.label() + " cannot be started", failure);
    }
  }

  /**
   * Ends it, and forgets that it is meant to run.
   *
   * @return false when it did not run
   */
  boolean stop(MonitorName name) {
    boolean ran = running(name).isPresent();
    table.stop(List.of(name.label()), STOP_LIMIT);
    try {
      Files.deleteIfExists(fingerprintOf(name));
      Files.deleteIfExists(portOf(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return ran;
  }

  /** Those that are meant to run, and their ports, in the order of starting. */
  Map<MonitorName, Integer> wanted() {
    Map<MonitorName, Integer> wanted = new EnumMap<>(MonitorName.class);
    for (MonitorName name : MonitorName.values()) {
      read(portOf(name)).map(Integer::valueOf).ifPresent(port -> wanted.put(name, port));
    }
    return wanted;
  }

  private Path fingerprintOf(MonitorName name) {
    return home.run().resolve(name.label() + ".fingerprint");
  }

  private Path portOf(MonitorName name) {
    return home.run().resolve(name.label() + ".port");
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
