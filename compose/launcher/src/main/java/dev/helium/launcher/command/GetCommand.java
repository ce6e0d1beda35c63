package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.UserException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    description = "All about one workspace, and the ways into it.")
final class GetCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Option(names = "--json", description = "As the API says it.")
  private boolean json;

  GetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    try (HeliumClient client = context.client()) {
      if (json) {
        console.line(client.document(name));
        return 0;
      }
      WorkspaceState state = client.find(name).orElseThrow(() -> unknown(name));
      console.line(console.paint().strong(state.id()) + "  " + state.status());
      WorkspaceText.lines(state).forEach(line -> console.line("  " + line));
      return 0;
    }
  }

  static UserException unknown(String name) {
    return new UserException("There is no workspace %s.".formatted(name));
  }
}
