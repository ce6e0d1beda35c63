package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plugins that the CLI has installed in its home. */
final class InstalledPlugins {
  private static final Pattern FOLDER =
      Pattern.compile(
          "(resource|language|analyzer|converter|tool)-([a-zA-Z0-9._-]+?)-v([0-9]+\\..+)");

  private final Path folder;

  InstalledPlugins(Path home) {
    this.folder = home.resolve("plugins");
  }

  /** One plugin; the size is in bytes. */
  record Plugin(
      String kind, String name, String version, Path path, long size, Instant installed) {}

  /** All of them, by name, newest version first. */
  List<Plugin> all() {
    try (var entries = Files.list(folder)) {
      return entries
          .flatMap(path -> plugin(path).stream())
          .sorted(
              Comparator.comparing(Plugin::name)
                  .thenComparing(
                      plugin -> SemanticVersion.parse(plugin.version()), Comparator.reverseOrder()))
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "plugins cannot be listed in " + folder, failure);
    }
  }

  /** Removes a plugin with its files and what the CLI keeps beside it. */
  void remove(Plugin plugin) {
    try {
      deleteTree(plugin.path());
      for (var suffix : List.of(".lock", ".partial")) {
        Files.deleteIfExists(folder.resolve(plugin.path().getFileName() + suffix));
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "the plugin " + plugin.path() + " cannot be removed", failure);
    }
  }

  private Optional<Plugin> plugin(Path path) {
    var name = FOLDER.matcher(path.getFileName().toString());
    if (!name.matches()
        || !Files.isDirectory(path)
        || !SemanticVersion.isValid(name.group(3))
        || Files.exists(path.resolveSibling(path.getFileName() + ".partial"))) {
      return Optional.empty();
    }
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new Plugin(
              name.group(1),
              name.group(2),
              name.group(3),
              path,
              size(path),
              attributes.lastModifiedTime().toInstant()));
    } catch (IOException vanished) {
      return Optional.empty();
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
