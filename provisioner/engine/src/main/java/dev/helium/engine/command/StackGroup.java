package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.command.CommandLine.Syntax;
import dev.helium.engine.event.Output;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The commands that begin with {@code stack}. */
final class StackGroup {
  private final Workspace workspace;
  private final Output output;
  private final InstantSource clock;
  private final String standardInput;

  StackGroup(Workspace workspace, Output output, InstantSource clock, String standardInput) {
    this.workspace = workspace;
    this.output = output;
    this.clock = clock;
    this.standardInput = standardInput;
  }

  void run(List<String> arguments) {
    var name = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    var stacks = new StackCommands(workspace, output, clock);
    switch (name) {
      case "init" -> stacks.create(parse(name, rest, Set.of(), Set.of("--secrets-provider")));
      case "select" -> stacks.select(parse(name, rest, Set.of(), Set.of()));
      case "rm" ->
          stacks.remove(parse(name, rest, Set.of("--force", "--preserve-config"), Set.of()));
      case "ls" -> stacks.list(parse(name, rest, Set.of("--json", "--all"), Set.of()));
      case "rename" -> stacks.rename(parse(name, rest, Set.of(), Set.of()));
      case "output" ->
          new OutputCommand(workspace, output)
              .show(parse(name, rest, Set.of("--json", "--show-secrets"), Set.of()));
      case "export" ->
          new DocumentCommands(workspace, output)
              .export(parse(name, rest, Set.of("--show-secrets"), Set.of("--file")));
      case "import" ->
          new ImportCommand(workspace, output, clock)
              .run(parse(name, rest, Set.of("--force"), Set.of("--file")), standardInput);
      case "history" ->
          new HistoryCommand(workspace, output)
              .show(
                  parse(
                      name,
                      rest,
                      Set.of("--json", "--show-secrets"),
                      Set.of("--page-size", "--page")));
      case "change-secrets-provider" ->
          new SecretsProviderCommand(workspace, output, clock)
              .change(parse(name, rest, Set.of(), Set.of()), standardInput);
      case "tag" -> tag(rest);
      default -> throw EngineException.unsupported(("the command stack " + name).strip());
    }
  }

  private void tag(List<String> arguments) {
    var name = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    var tags = new TagCommands(workspace, output, clock);
    switch (name) {
      case "get" -> tags.get(parse("tag get", rest, Set.of(), Set.of()));
      case "set" -> tags.set(parse("tag set", rest, Set.of(), Set.of()));
      case "rm" -> tags.remove(parse("tag rm", rest, Set.of(), Set.of()));
      case "ls" -> tags.list(parse("tag ls", rest, Set.of("--json"), Set.of()));
      default -> throw EngineException.unsupported(("the command stack tag " + name).strip());
    }
  }

  private static CommandLine parse(
      String name, List<String> arguments, Set<String> switches, Set<String> withValue) {
    return CommandLine.parse("stack " + name, arguments, new Syntax(switches, withValue));
  }
}
