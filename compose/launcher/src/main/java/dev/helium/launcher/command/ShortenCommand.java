package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "shorten",
    mixinStandardHelpOptions = true,
    description = "Let a workspace go earlier.")
final class ShortenCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private NewExpiry wanted;

  ShortenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      String status = client.shorten(wanted.name(), wanted.expiry(), wanted.why()).status();
      new ChangedFact("expires", "Expiry").tell(context, client, wanted.name(), status);
      return 0;
    }
  }
}
