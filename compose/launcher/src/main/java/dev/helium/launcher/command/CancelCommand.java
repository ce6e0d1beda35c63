package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceState;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "Stop making or updating a workspace.")
final class CancelCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  CancelCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.change(name, "cancel", Map.of()), this::tell);
      return 0;
    }
  }

  private void tell(WorkspaceState workspace) {
    String status = workspace.status();
    context.console().done(name, status.equals(WorkspaceState.PENDING) ? status : "cancelled");
    context.console().line("    ./helium why " + name);
  }
}
