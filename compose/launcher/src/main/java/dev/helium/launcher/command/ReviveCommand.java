package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceState;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "revive",
    mixinStandardHelpOptions = true,
    description =
        "Bring back a workspace that has expired, from its record, within the days of grace.")
final class ReviveCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "EXPIRY",
      defaultValue = "",
      description = "A date or an instant; as of a new one when left out.")
  private String expiry;

  ReviveCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.change(name, "revive", Map.of("expiry", expiry)), this::tell);
      return 0;
    }
  }

  private void tell(WorkspaceState workspace) {
    context.console().done(name, workspace.status());
    context.console().line("    ./helium watch " + name);
  }
}
