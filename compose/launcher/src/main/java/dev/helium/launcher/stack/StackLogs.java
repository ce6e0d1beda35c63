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
    Path directory = ServiceInstance.find(name).isPresent() ? home.root() : home.cluster();
    return Optional.of(new ProcessTable(directory).logOf(name)).filter(Files::isReadable);
  }

  /** Every process that can have a log. */
  public List<String> names() {
    return Stream.concat(
            ServiceInstance.all().stream().filter(this::canHaveOne).map(ServiceInstance::label),
            Arrays.stream(Component.values()).map(Component::program))
        .toList();
  }

  private boolean canHaveOne(ServiceInstance instance) {
    return instance.number() == 1
        || Files.exists(new ProcessTable(home.root()).logOf(instance.label()));
  }
}
