package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The plugins in a Pulumi home: one folder for each name and version. */
final class InstalledPlugins {
  private static final Pattern FOLDER = Pattern.compile("resource-(.+?)-v(\\d.*)");
  private static final Pattern UNFINISHED = Pattern.compile(".*\\.(tmp\\d+|partial|lock)");
  private static final int MOST_FOLDERS = 10_000;

  private final Path path;

  InstalledPlugins(Path path) {
    this.path = path;
  }

  private record Installed(String name, PluginVersion version, Path folder) {}

  Path path() {
    return path;
  }

  /**
   * The file to execute: of exactly the version asked for, or of the newest one, which is a release
   * if there is any.
   */
  Optional<Path> find(PluginRequest request) {
    var wanted = PluginVersion.parse(request.version());
    return installed().stream()
        .filter(plugin -> plugin.name().equals(request.name()))
        .filter(plugin -> wanted.isEmpty() || plugin.version().compareTo(wanted.orElseThrow()) == 0)
        .max(
            Comparator.comparing((Installed plugin) -> !plugin.version().isPrerelease())
                .thenComparing(Installed::version))
        .map(plugin -> executable(plugin.folder(), request));
  }

  private List<Installed> installed() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (var folders = Files.list(path)) {
      return folders
          .limit(MOST_FOLDERS)
          .filter(Files::isDirectory)
          .flatMap(folder -> installed(folder).stream())
          .toList();
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the plugin folder cannot be read: " + path, failure);
    }
  }

  private static Optional<Installed> installed(Path folder) {
    var fileName = folder.getFileName().toString();
    var matcher = FOLDER.matcher(fileName);
    if (UNFINISHED.matcher(fileName).matches()
        || !matcher.matches()
        || Files.exists(folder.resolveSibling(fileName + ".partial"))) {
      return Optional.empty();
    }
    return PluginVersion.parse(matcher.group(2))
        .map(version -> new Installed(matcher.group(1), version, folder));
  }

  private static Path executable(Path folder, PluginRequest request) {
    var file = folder.resolve(request.fileName());
    if (Files.isRegularFile(file)) {
      return file;
    }
    if (Files.exists(folder.resolve("PulumiPlugin.yaml"))) {
      throw EngineException.unsupported(
          "a plugin that needs a language host (" + request.name() + ")");
    }
    throw request.missing(folder + ", which lacks the file " + request.fileName());
  }
}
