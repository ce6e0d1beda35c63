package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description =
        "Have events posted to a URL from now on. Prints the secret that signs them, once.")
final class WebhookCreate implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "URL", description = "Where they are posted to; https.")
  private String url;

  @Mixin private WantedWebhook wanted;

  WebhookCreate(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<String, String> fields = wanted.fields();
    fields.put("url", url);
    fields.values().removeIf(String::isEmpty);
    try (HeliumClient client = context.client()) {
      context.show(
          client.webhooks().create(fields),
          made -> WebhooksCommand.showOnce(context.console(), made));
      return 0;
    }
  }
}
