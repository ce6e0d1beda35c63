package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.command.CommandLine.Syntax;
import dev.helium.engine.event.Output;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.secret.SecretsVault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the command that a command line means. */
public final class EngineCommands {
  static final Syntax PLAIN = new Syntax(Set.of(), Set.of());
  private static final Syntax SHOW = new Syntax(Set.of("--json", "--show-secrets"), Set.of());

  private final EngineOptions options;
  private final SecretsVault vault = new SecretsVault();
  private final RunCommands runs;

  /** The commands of one engine. */
  public EngineCommands(EngineOptions options, RunCommands runs) {
    this.options = options;
    this.runs = runs;
  }

  /** What a command is called with. */
  public record Invocation(
      List<String> arguments, Path directory, Map<String, String> environment) {
    public Invocation {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  /** Runs one command; what it prints goes to the output. */
  public void run(Invocation invocation, Output output, RunCommands.Listener listener) {
    var words = invocation.arguments();
    var command = words.isEmpty() ? "" : words.getFirst();
    var rest = words.subList(Math.min(1, words.size()), words.size());
    switch (command) {
      case "version" -> output.line("v" + EngineIdentity.PROTOCOL_LEVEL);
      case "whoami" -> whoAmI(output);
      case "stack" -> stack(invocation, rest, output);
      case "config" -> config(invocation, rest, output);
      case "up", "preview", "refresh", "destroy" -> {
        var line = CommandLine.parse(command, rest, RunFlags.syntax(command));
        runs.run(command, line, workspace(invocation), output, listener);
      }
      default -> throw EngineException.unsupported("the command " + command);
    }
  }

  private void stack(Invocation invocation, List<String> arguments, Output output) {
    var name = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    switch (name) {
      case "init" ->
          stacks(invocation, output)
              .create(parse("stack init", rest, Set.of(), Set.of("--secrets-provider")));
      case "select" -> stacks(invocation, output).select(parse("stack select", rest, PLAIN));
      case "rm" ->
          stacks(invocation, output).remove(parse("stack rm", rest, Set.of("--force"), Set.of()));
      case "ls" -> {
        parse("stack ls", rest, SHOW);
        stacks(invocation, output).list();
      }
      case "output" -> stacks(invocation, output).outputs(parse("stack output", rest, SHOW));
      case "export" -> stacks(invocation, output).export(parse("stack export", rest, SHOW));
      case "history" ->
          new HistoryCommand(workspace(invocation), output)
              .show(parse("stack history", rest, SHOW.switches(), Set.of("--page-size", "--page")));
      default -> throw EngineException.unsupported("the command stack " + name);
    }
  }

  private void config(Invocation invocation, List<String> arguments, Output output) {
    var configs = new ConfigCommands(workspace(invocation), output);
    var name = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    switch (name) {
      case "get" -> configs.get(parse("config get", rest, SHOW));
      case "set" ->
          configs.set(parse("config set", rest, Set.of("--secret", "--plaintext"), Set.of()));
      case "set-all" -> configs.setAll(rest);
      case "rm", "rm-all" -> configs.remove(parse("config " + name, rest, PLAIN));
      default -> {
        if (!name.isEmpty() && !name.startsWith("-")) {
          throw EngineException.unsupported("the command config " + name);
        }
        configs.list(parse("config", arguments, SHOW));
      }
    }
  }

  private StackCommands stacks(Invocation invocation, Output output) {
    return new StackCommands(workspace(invocation), output, options.clock());
  }

  private Workspace workspace(Invocation invocation) {
    return new Workspace(invocation.directory(), invocation.environment(), vault);
  }

  private static CommandLine parse(String command, List<String> arguments, Syntax syntax) {
    return CommandLine.parse(command, arguments, syntax);
  }

  private static CommandLine parse(
      String command, List<String> arguments, Set<String> switches, Set<String> withValue) {
    return CommandLine.parse(command, arguments, new Syntax(switches, withValue));
  }

  private static void whoAmI(Output output) {
    var node = JsonNodeFactory.instance.objectNode().put("user", System.getProperty("user.name"));
    node.putArray("organizations");
    output.line(node.toString());
  }
}
