package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceState;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "unprotect",
    mixinStandardHelpOptions = true,
    description = "Let a workspace be ended again; one whose time is up goes at once.")
final class UnprotectCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  UnprotectCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.change(name, "unprotect", Map.of()), this::tell);
      return 0;
    }
  }

  private void tell(WorkspaceState workspace) {
    String status = workspace.status();
    context
        .console()
        .done(name, status.equals(WorkspaceState.PENDING) ? status : "no longer protected");
  }
}
