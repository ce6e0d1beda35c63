package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = "Have nothing posted any more; what was not delivered is forgotten.")
final class WebhookDelete implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As the list says it.")
  private String id;

  WebhookDelete(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.webhooks().delete(id), ignored -> context.console().done(id, "deleted"));
      return 0;
    }
  }
}
