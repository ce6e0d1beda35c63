package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "protect",
    mixinStandardHelpOptions = true,
    description = "Keep a workspace from being ended, by its expiry or by anybody.")
final class ProtectCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "Told to whoever wants to end it.")
  private String why;

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      defaultValue = "",
      description =
          "A date (until the midnight ending it) or an instant; as late as the policy grants when"
              + " left out.")
  private String until;

  ProtectCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(
          client.change(name, "protect", Map.of("until", until, "why", why)),
          workspace ->
              new ChangedFact("protected", "Protection")
                  .tell(context, client, name, workspace.status()));
      return 0;
    }
  }
}
