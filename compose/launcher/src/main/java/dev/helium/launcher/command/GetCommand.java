package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    description = "All about one workspace, and the ways into it.")
final class GetCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  GetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      if (context.isForPrograms()) {
        // The refusal is a document too.
        context.document(client.workspace(name).document());
      } else {
        tell(client.find(name).orElseThrow(() -> unknown(name)).content());
      }
      return 0;
    }
  }

  private void tell(WorkspaceState state) {
    Console console = context.console();
    console.line(console.paint().strong(state.id()) + "  " + state.status());
    WorkspaceText.lines(state).forEach(line -> console.line("  " + line));
  }

  static UserException unknown(String name) {
    return new UserException(ExitCode.NOT_FOUND, "There is no workspace %s.".formatted(name));
  }
}
