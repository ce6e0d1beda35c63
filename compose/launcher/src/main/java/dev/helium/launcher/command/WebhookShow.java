package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "One webhook: what it is sent, and what it does at present.")
final class WebhookShow implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As the list says it.")
  private String id;

  WebhookShow(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(
          client.webhooks().find(id), webhook -> WebhooksCommand.show(context.console(), webhook));
      return 0;
    }
  }
}
