package dev.helium.engine.project;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The project of a work directory.
 *
 * @param name its name, part of every URN
 * @param file where it is declared
 * @param backendUrl the state folder it asks for, empty for none
 * @param config the configuration it declares
 */
public record Project(String name, Path file, String backendUrl, ProjectConfig config) {
  private static final List<String> NAMES = List.of("Pulumi.yaml", "Pulumi.yml");

  /** Reads the project of a directory. */
  public static Project read(Path directory) {
    var file =
        NAMES.stream()
            .map(directory::resolve)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.INVALID, "no Pulumi.yaml project file found in " + directory));
    var settings =
        SafeYaml.read(file)
            .orElseThrow(
                () ->
                    new EngineException(FailureClass.INVALID, "project file " + file + " is gone"));
    if (!(settings.get("name") instanceof String name) || name.isEmpty()) {
      throw new EngineException(FailureClass.INVALID, "project file " + file + " has no name");
    }
    if (settings.containsKey("stackConfigDir")) {
      throw EngineException.unsupported("stackConfigDir in " + file);
    }
    var url =
        settings.get("backend") instanceof Map<?, ?> backend
                && backend.get("url") instanceof String given
            ? given
            : "";
    return new Project(
        name, file.toAbsolutePath().normalize(), url, ProjectConfig.read(name, file, settings));
  }

  /** The settings of one of its stacks. */
  public StackSettings settings(String stack) {
    return StackSettings.of(name, file.resolveSibling("Pulumi." + stack + ".yaml"));
  }
}
