package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description =
        "Sign with a new secret, and for a while with the one before it too. Prints the new one,"
            + " once.")
final class WebhookRotate implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As the list says it.")
  private String id;

  @Option(
      names = "--overlap",
      paramLabel = "DURATION",
      defaultValue = "PT24H",
      description = {
        "How long the one before signs too, at most P7D; ${DEFAULT-VALUE} when left out.",
        "PT0S when it has got into wrong hands."
      })
  private String overlap;

  WebhookRotate(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(
          client.webhooks().rotate(id, overlap),
          made -> WebhooksCommand.showOnce(context.console(), made));
      return 0;
    }
  }
}
