package dev.helium.launcher.stack;

import dev.helium.cluster.component.Component;
import dev.helium.cluster.process.ProcessTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where each process of a home writes. */
public final class StackLogs {
  private final Home home;

  public StackLogs(Home home) {
    this.home = home;
  }

  /** Nothing when the process has not run here. */
  public Optional<Path> find(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    boolean ofCluster =
        Arrays.stream(Component.values()).map(Component::program).anyMatch(name::equals);
    Path directory = ofCluster ? home.cluster() : home.root();
    return Optional.of(new ProcessTable(directory).logOf(name)).filter(Files::isReadable);
  }

  /** Every process that can have a log. */
  public List<String> names() {
    return Stream.of(
            ServiceInstance.all().stream().filter(this::canHaveOne).map(ServiceInstance::label),
            Arrays.stream(MonitorName.values()).map(MonitorName::label).filter(this::hasOne),
            Arrays.stream(Component.values()).map(Component::program))
        .flatMap(names -> names)
        .toList();
  }

  private boolean canHaveOne(ServiceInstance instance) {
    return instance.number() == 1 || hasOne(instance.label());
  }

  private boolean hasOne(String name) {
    return Files.exists(new ProcessTable(home.root()).logOf(name));
  }
}
