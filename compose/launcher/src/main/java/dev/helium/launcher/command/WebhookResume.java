package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Go on where delivering stopped, at once and with all tries.")
final class WebhookResume implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As the list says it.")
  private String id;

  @Option(
      names = "--skip",
      description = "Give up on an event that was tried as often as events are.")
  private boolean skip;

  WebhookResume(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(
          client.webhooks().resume(id, skip),
          webhook -> context.console().done(id, webhook.state()));
      return 0;
    }
  }
}
