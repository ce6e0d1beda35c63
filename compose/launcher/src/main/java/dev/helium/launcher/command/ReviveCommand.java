package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
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

  @Parameters(index = "0", paramLabel = "NAME")
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
      context.console().done(name, client.revive(name, expiry).status());
      context.console().line("    ./helium watch " + name);
      return 0;
    }
  }
}
