package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "shorten",
    mixinStandardHelpOptions = true,
    description = "Let a workspace go earlier.")
final class ShortenCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "NAME")
  private String name;

  @Parameters(
      index = "1",
      paramLabel = "EXPIRY",
      description = "A date (it goes at the midnight ending it) or an instant.")
  private String expiry;

  @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Kept with it.")
  private String why;

  ShortenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      String status = client.shorten(name, expiry, why).status();
      context
          .console()
          .done(
              name,
              status.equals(WorkspaceState.PENDING)
                  ? status
                  : client
                      .find(name)
                      .map(state -> "expires " + state.fact("Expiry"))
                      .orElse(status));
      return 0;
    }
  }
}
