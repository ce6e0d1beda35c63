package dev.helium.launcher.command;

import dev.helium.launcher.client.Answer;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WebhookCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Post one event that says nothing, now and once.")
final class WebhookTry implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As the list says it.")
  private String id;

  WebhookTry(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      Answer<WebhookCalls.Tested> tested = client.webhooks().test(id);
      context.show(tested, this::tell);
      return tested.content().delivered() ? 0 : HeliumCommand.FAILED;
    }
  }

  private void tell(WebhookCalls.Tested tested) {
    String detail = "%s (%d ms)".formatted(tested.detail(), tested.milliseconds());
    if (tested.delivered()) {
      context.console().done(id, detail);
    } else {
      context.console().failed(id, detail);
    }
  }
}
