package dev.helium.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of {@code compose/observe}, placed in a home: with its targets, and with links that
 * lead to a runbook.
 */
final class MonitorFolder {
  private static final String RUNBOOK = "compose/RUNBOOK.md";
  private static final List<String> PLACED = List.of("prometheus", "grafana");

  private final Path project;
  private final Path folder;

  MonitorFolder(Path project, Home home) {
    this.project = project;
    this.folder = home.observe();
  }

  /** Where Prometheus's configuration is. */
  Path configuration() {
    return folder.resolve("prometheus/prometheus.yml");
  }

  /** Where pages are that Prometheus shows as they are. */
  Path pages() {
    return folder.resolve("prometheus/pages");
  }

  Path provisioning() {
    return folder.resolve("grafana/provisioning");
  }

  Path dashboards() {
    return folder.resolve("grafana/dashboards");
  }

  /** Where it keeps what it has seen. */
  Path data(MonitorName name) {
    return folder.resolve("data").resolve(name.label());
  }

  /**
   * Writes everything anew; what is the same as before looks the same.
   *
   * @param runbook where links to the runbook lead
   */
  void place(Deployment deployment, MonitorPorts ports, String runbook) {
    for (String part : PLACED) {
      Path source = project.resolve("compose/observe").resolve(part);
      for (Path file : filesOf(source)) {
        Path placed = folder.resolve(part).resolve(source.relativize(file).toString());
        write(placed, read(file).replace(RUNBOOK, runbook));
      }
    }
    write(pages().resolve(RunbookPage.FILE), RunbookPage.of(read(project.resolve(RUNBOOK))));
    write(folder.resolve("prometheus/self.json"), MonitorTargets.itself(ports));
    target(deployment);
  }

  /** Tells Prometheus which processes there are; it looks every half minute. */
  void target(Deployment deployment) {
    write(folder.resolve("prometheus/targets.json"), MonitorTargets.of(deployment));
  }

  /** Content of what Prometheus reads at its start only. */
  String rules() {
    return read(configuration())
        + filesOf(folder.resolve("prometheus/rules")).stream()
            .map(MonitorFolder::read)
            .collect(Collectors.joining("\n"));
  }

  /** Where the runbook is when nobody has said another place: Prometheus shows it. */
  static String runbookOf(URI prometheus) {
    return prometheus + "/consoles/" + RunbookPage.FILE;
  }

  private static Set<Path> filesOf(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.writeString(file, text);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
