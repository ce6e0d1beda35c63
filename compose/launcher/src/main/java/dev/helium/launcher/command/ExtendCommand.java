package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "extend",
    mixinStandardHelpOptions = true,
    description = "Let a workspace live longer; nothing is built again.")
final class ExtendCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private NewExpiry wanted;

  ExtendCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(
          client.change(wanted.name(), "extend", wanted.fields()),
          workspace ->
              new ChangedFact("expires", "Expiry")
                  .tell(context, client, wanted.name(), workspace.status()));
      return 0;
    }
  }
}
