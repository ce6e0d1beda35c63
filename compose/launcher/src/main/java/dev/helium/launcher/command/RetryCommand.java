package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceState;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = "Make the attempt at a workspace again that has failed, now.")
final class RetryCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  RetryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.change(name, "retry", Map.of()), this::tell);
      return 0;
    }
  }

  private void tell(WorkspaceState workspace) {
    context.console().done(name, workspace.status());
    context.console().line("    ./helium watch " + name);
  }
}
