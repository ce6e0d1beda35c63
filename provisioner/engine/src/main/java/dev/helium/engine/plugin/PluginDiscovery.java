package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds plugins where the CLI finds them: one that is being debugged, else one on the PATH, else
 * the installed one of exactly the version asked for.
 */
final class PluginDiscovery {
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  private final Map<String, String> environment;
  private final Consumer<String> warnings;

  /** A discovery in the environment of a command. */
  PluginDiscovery(Map<String, String> environment, Consumer<String> warnings) {
    this.environment = environment;
    this.warnings = warnings;
  }

  /** The plugin; a failure says how to install it. */
  PluginLocation find(PluginRequest request) {
    var attached = attached(request);
    if (attached.isPresent()) {
      return attached.get();
    }
    var ambient = ambient(request);
    if (ambient.isPresent()) {
      warnings.accept("using " + request.fileName() + " from the PATH at " + ambient.get());
      return new PluginLocation.Executable(ambient.get());
    }
    var folder = new InstalledPlugins(home().resolve("plugins"));
    return folder
        .find(request)
        .<PluginLocation>map(PluginLocation.Executable::new)
        .orElseThrow(
            () ->
                request.missing(
                    folder.path() + (ignoresAmbient() ? "" : " and none is on the PATH")));
  }

  private Optional<PluginLocation> attached(PluginRequest request) {
    for (var entry : environment.getOrDefault("PULUMI_DEBUG_PROVIDERS", "").split(",", -1)) {
      var parts = entry.strip().split(":", 2);
      if (!parts[0].equals(request.name())) {
        continue;
      }
      if (parts.length < 2 || !PORT.matcher(parts[1]).matches()) {
        throw new EngineException(
            FailureClass.INVALID, "PULUMI_DEBUG_PROVIDERS must name a port for " + request.name());
      }
      return Optional.of(new PluginLocation.Attached(Integer.parseInt(parts[1])));
    }
    return Optional.empty();
  }

  private Optional<Path> ambient(PluginRequest request) {
    if (ignoresAmbient()) {
      return Optional.empty();
    }
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> path(folder).stream())
        .filter(Path::isAbsolute)
        .map(folder -> folder.resolve(request.fileName()))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private boolean ignoresAmbient() {
    var value = environment.getOrDefault("PULUMI_IGNORE_AMBIENT_PLUGINS", "");
    return "1".equals(value) || "true".equalsIgnoreCase(value);
  }

  private Path home() {
    var home = environment.getOrDefault("PULUMI_HOME", "");
    return home.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".pulumi")
        : Path.of(home).toAbsolutePath();
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException notPath) {
      return Optional.empty();
    }
  }
}
