package dev.helium.backends.program;

import dev.helium.backends.PreparationException;
import dev.helium.backends.schema.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes the project of a program one of Helium's. All stacks are in one project, so that each is
 * found by the name of its workspace alone, also when its program is gone or has another name.
 */
final class ProjectFile {
  static final String NAME = "Pulumi.yaml";

  private static final List<String> NAMES =
      List.of(NAME, "Pulumi.yml", "Pulumi.json", "pulumi.yaml");
  private static final String PROJECT = "helium";
  private static final String CONFIG = "config";
  private static final int LONGEST = 256 * 1024;
  private static final int WIDEST = 10_000;

  private final Map<String, Object> content;

  private ProjectFile(Map<String, Object> content) {
    this.content = content;
  }

  /**
   * The one of a folder; nothing when there is none.
   *
   * @throws PreparationException when it is none that can be run
   */
  static Optional<ProjectFile> in(Path folder) throws IOException {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        ProjectFile project = new ProjectFile(read(file));
        if (project.runtime().isEmpty()) {
          throw unfit("says no runtime");
        }
        return Optional.of(project);
      }
    }
    return Optional.empty();
  }

  /** The language, such as {@code nodejs}. */
  String runtime() {
    return content.get("runtime") instanceof Map<?, ?> runtime
        ? String.valueOf(runtime.get("name"))
        : String.valueOf(content.getOrDefault("runtime", ""));
  }

  /**
   * Puts it into its folder as one of Helium's projects, instead of what is there.
   *
   * @param settings the folder of the stack's settings
   */
  void write(Path folder, Path settings) throws IOException {
    Map<String, Object> own = new LinkedHashMap<>(content);
    String name = String.valueOf(own.put("name", PROJECT));
    // Where the state is says Helium.
    own.remove("backend");
    own.put("stackConfigDir", folder.relativize(settings).toString());
    switch (own.get(CONFIG)) {
      case Map<?, ?> config -> own.put(CONFIG, renamed(Trees.copy(config), name + ":"));
      // An old word for where the settings are.
      case null, default -> own.remove(CONFIG);
    }
    for (String other : NAMES) {
      Files.deleteIfExists(folder.resolve(other));
    }
    DumpSettings style =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(WIDEST).build();
    Files.writeString(folder.resolve(NAME), new Dump(style).dumpToString(own));
  }

  /** What the project declares under its own name is declared under ours. */
  private static Map<String, Object> renamed(Map<String, Object> config, String prefix) {
    Map<String, Object> renamed = new LinkedHashMap<>();
    config.forEach(
        (key, value) ->
            renamed.put(key.startsWith(prefix) ? key.substring(prefix.length()) : key, value));
    return renamed;
  }

  private static Map<String, Object> read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw unfit("has more than " + LONGEST / 1024 + " KiB");
    }
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(LONGEST).build();
    try {
      return Trees.map(new Load(settings).loadFromString(Files.readString(file)), NAME);
    } catch (YamlEngineException | IllegalStateException | StackOverflowError invalid) {
      throw unfit("is not valid YAML");
    }
  }

  private static PreparationException unfit(String why) {
    return PreparationException.refused("the file " + NAME + " of the program " + why);
  }
}
