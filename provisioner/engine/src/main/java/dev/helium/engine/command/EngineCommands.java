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
  private static final Syntax PLAIN = new Syntax(Set.of(), Set.of());

  private static final Syntax WHO = new Syntax(Set.of("--json", "-v", "--verbose"), Set.of());

  private final EngineOptions options;
  private final SecretsVault vault;
  private final RunCommands runs;

  /** The commands of one engine. */
  public EngineCommands(EngineOptions options, RunCommands runs, SecretsVault vault) {
    this.options = options;
    this.runs = runs;
    this.vault = vault;
  }

  /** What a command is called with; the standard input is null when there is none. */
  public record Invocation(
      List<String> arguments,
      Path directory,
      Map<String, String> environment,
      String standardInput) {
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
      case "version" -> output.result("v" + EngineIdentity.PROTOCOL_LEVEL);
      case "whoami" -> whoAmI(invocation, CommandLine.parse(command, rest, WHO), output);
      case "stack" ->
          new StackGroup(workspace(invocation), output, options.clock(), invocation.standardInput())
              .run(rest);
      case "config" -> new ConfigGroup(workspace(invocation), output).run(rest);
      case "plugin" -> plugin(invocation, rest, output);
      case "cancel" ->
          new StackCommands(workspace(invocation), output, options.clock())
              .cancel(CommandLine.parse(command, rest, PLAIN));
      case "up", "preview", "refresh", "destroy" -> {
        var line = CommandLine.parse(command, rest, RunFlags.syntax(command));
        runs.run(command, line, workspace(invocation), output, listener);
      }
      default -> throw EngineException.unsupported("the command " + command);
    }
  }

  private void plugin(Invocation invocation, List<String> arguments, Output output) {
    var name = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    var plugins = new PluginCommands(Workspace.home(invocation.environment()), output);
    switch (name) {
      case "ls" ->
          plugins.list(
              CommandLine.parse("plugin ls", rest, new Syntax(Set.of("--json"), Set.of())));
      case "rm" ->
          plugins.remove(
              CommandLine.parse("plugin rm", rest, new Syntax(Set.of("--all"), Set.of())));
      case "install" -> throw PluginCommands.refuseInstall(rest);
      default -> throw EngineException.unsupported(("the command plugin " + name).strip());
    }
  }

  private Workspace workspace(Invocation invocation) {
    return new Workspace(invocation.directory(), invocation.environment(), vault);
  }

  private void whoAmI(Invocation invocation, CommandLine line, Output output) {
    var user = System.getProperty("user.name");
    var url = workspace(invocation).state().url();
    if (line.has("--json")) {
      output.result(
          Printed.json(JsonNodeFactory.instance.objectNode().put("user", user).put("url", url)));
    } else if (line.has("-v") || line.has("--verbose")) {
      output.result("User: " + user);
      output.result("Organizations: ");
      output.result("Backend URL: " + url);
      output.result("Token type: personal");
    } else {
      output.result(user);
    }
  }
}
