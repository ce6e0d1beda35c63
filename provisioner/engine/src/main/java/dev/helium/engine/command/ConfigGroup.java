package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.command.CommandLine.Syntax;
import dev.helium.engine.event.Output;
import java.util.List;
import java.util.Set;

/** The commands that begin with {@code config}. */
final class ConfigGroup {
  private final Workspace workspace;
  private final Output output;

  ConfigGroup(Workspace workspace, Output output) {
    this.workspace = workspace;
    this.output = output;
  }

  void run(List<String> arguments) {
    var configs = new ConfigCommands(workspace, output);
    var name = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    switch (name) {
      case "get" -> configs.get(parse(name, rest, Set.of("--json", "--path")));
      case "set" -> configs.set(parse(name, rest, Set.of("--secret", "--plaintext", "--path")));
      case "set-all" -> configs.setAll(rest);
      case "rm", "rm-all" -> configs.remove(parse(name, rest, Set.of("--path")));
      case "refresh" ->
          new ConfigRefresh(workspace, output).run(parse(name, rest, Set.of("--force")));
      case "env" ->
          throw new EngineException(
              FailureClass.UNSUPPORTED,
              "config env is not possible with a state folder, whichever engine runs it:"
                  + " environments need the Pulumi Cloud backend");
      default -> {
        if (!name.isEmpty() && !name.startsWith("-")) {
          throw EngineException.unsupported("the command config " + name);
        }
        configs.list(
            CommandLine.parse(
                "config", arguments, new Syntax(Set.of("--json", "--show-secrets"), Set.of())));
      }
    }
  }

  private static CommandLine parse(String name, List<String> arguments, Set<String> switches) {
    return CommandLine.parse("config " + name, arguments, new Syntax(switches, Set.of()));
  }
}
