package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The plugins in the CLI's home: shown and removed here, installed by the CLI. */
final class PluginCommands {
  private static final Set<String> KINDS =
      Set.of("resource", "language", "analyzer", "converter", "tool");

  private final InstalledPlugins plugins;
  private final Output output;

  PluginCommands(Path home, Output output) {
    this.plugins = new InstalledPlugins(home);
    this.output = output;
  }

  /** Refuses with the command that does it. */
  static EngineException refuseInstall(List<String> arguments) {
    var shown = String.join(" ", arguments).replaceAll("[^A-Za-z0-9._:/@+= -]", "?");
    return new EngineException(
        FailureClass.UNSUPPORTED,
        "installing plugins is not supported by the embedded engine; run: pulumi plugin install "
            + shown);
  }

  void list(CommandLine line) {
    if (!line.has("--json")) {
      throw EngineException.unsupported("plugin ls without --json");
    }
    var array = JsonNodeFactory.instance.arrayNode();
    for (var plugin : plugins.all()) {
      array
          .addObject()
          .put("name", plugin.name())
          .put("kind", plugin.kind())
          .put("version", plugin.version())
          .put("size", plugin.size())
          .put("installTime", Printed.time(plugin.installed()))
          .put("lastUsedTime", Printed.time(plugin.installed()));
    }
    output.result(Printed.json(array));
  }

  void remove(CommandLine line) {
    var words = line.words();
    if (words.isEmpty() && !line.has("--all")) {
      throw invalid("please pass --all if you'd like to remove all plugins");
    }
    if (words.size() > 3) {
      throw invalid("plugin rm takes a kind, a name and a version range");
    }
    if (!words.isEmpty() && !KINDS.contains(words.getFirst())) {
      throw invalid("unrecognized plugin kind: " + words.getFirst());
    }
    var range = words.size() > 2 ? range(words.get(2)) : (Predicate<SemanticVersion>) _ -> true;
    var chosen =
        plugins.all().stream()
            .filter(plugin -> words.isEmpty() || plugin.kind().equals(words.getFirst()))
            .filter(plugin -> words.size() < 2 || plugin.name().equals(words.get(1)))
            .filter(plugin -> range.test(SemanticVersion.parse(plugin.version())))
            .toList();
    if (chosen.isEmpty()) {
      output.line("no plugins found to uninstall");
    }
    for (var plugin : chosen) {
      plugins.remove(plugin);
      output.line("removed: " + plugin.kind() + " " + plugin.name() + "-" + plugin.version());
    }
  }

  private static Predicate<SemanticVersion> range(String text) {
    try {
      return SemanticVersion.range(text);
    } catch (IllegalArgumentException malformed) {
      throw new EngineException(
          FailureClass.INVALID, "invalid plugin semver: " + malformed.getMessage(), malformed);
    }
  }

  private static EngineException invalid(String message) {
    return new EngineException(FailureClass.INVALID, message);
  }
}
