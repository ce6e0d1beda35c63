package dev.helium.launcher.stack;

import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.process.Guardian;
import dev.helium.cluster.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Java processes of one home; all that is known of them is on disk. */
final class ServiceProcesses {
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toAbsolutePath();

  private final Home home;
  private final ProcessTable table;
  private final Lifetime lifetime;
  private final Map<String, String> environment;

  ServiceProcesses(Home home, Lifetime lifetime, Map<String, String> environment) {
    this.home = home;
    this.table = new ProcessTable(home.root());
    this.lifetime = lifetime;
    this.environment = Map.copyOf(environment);
  }

  Optional<ProcessHandle> running(ServiceInstance instance) {
    return table.running(instance.label());
  }

  /** Whether the process that runs is the one of this plan. */
  boolean isCurrent(ServicePlan plan) {
    try {
      Path file = fingerprintOf(plan.instance());
      return running(plan.instance()).isPresent()
          && Files.exists(file)
          && Files.readString(file).equals(plan.fingerprint());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void start(ServicePlan plan) {
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(plan.variables());
    String label = plan.instance().label();
    try {
      Files.createDirectories(home.run());
      Files.writeString(fingerprintOf(plan.instance()), plan.fingerprint());
      guard(table.start(label, JAVA, plan.command(), all, lifetime));
    } catch (IOException failure) {
      throw new UncheckedIOException(label + " cannot be started", failure);
    }
  }

  /**
   * Asks it to end, and kills it when it has not within the limit.
   *
   * @return false when it did not run
   */
  boolean stop(ServiceInstance instance, Duration limit) {
    boolean ran = running(instance).isPresent();
    table.stop(List.of(instance.label()), limit);
    try {
      Files.deleteIfExists(fingerprintOf(instance));
      if (!ran) {
        Files.deleteIfExists(home.recordingOf(instance));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return ran;
  }

  /** Ends it as a crash would, and returns when it is gone. */
  void kill(ServiceInstance instance) {
    table.kill(instance.label());
    try {
      // It says nothing of what was still to be loaded.
      Files.deleteIfExists(home.recordingOf(instance));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void pause(ServiceInstance instance) {
    table.pause(instance.label());
  }

  void resume(ServiceInstance instance) {
    table.resume(instance.label());
  }

  Path logOf(ServiceInstance instance) {
    return table.logOf(instance.label());
  }

  /** The guardian is left to itself: it ends with this JVM, and with it what still runs. */
  private void guard(ProcessHandle process) throws IOException {
    switch (lifetime) {
      case THIS_JVM -> Guardian.start().guard(process);
      case DETACHED -> {}
    }
  }

  private Path fingerprintOf(ServiceInstance instance) {
    return home.run().resolve(instance.label() + ".fingerprint");
  }
}
