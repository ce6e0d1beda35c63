package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "change",
    mixinStandardHelpOptions = true,
    description = {
      "Change what is said here; the rest stays. An empty word takes a part away: --owner \"\".",
      "It counts from the next event that is sent."
    })
final class WebhookChange implements Callable<Integer> {
  private final CommandContext context;

  @Spec private CommandSpec specification;

  @Parameters(paramLabel = "ID", description = "As the list says it.")
  private String id;

  @Option(names = "--url", paramLabel = "URL", description = "Where events are posted to; https.")
  private String url;

  @Option(
      names = "--paused",
      arity = "1",
      paramLabel = "true|false",
      description = "Whether nothing is sent for now. What happens meanwhile is sent later.")
  private Boolean paused;

  @Mixin private WantedWebhook wanted;

  WebhookChange(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<String, String> fields = wanted.fields();
    if (url != null) {
      fields.put("url", url);
    }
    if (paused != null) {
      fields.put("paused", paused.toString());
    }
    if (fields.isEmpty()) {
      throw new ParameterException(
          specification.commandLine(), "Nothing says what is to be changed.");
    }
    try (HeliumClient client = context.client()) {
      context.show(
          client.webhooks().change(id, fields),
          webhook -> WebhooksCommand.show(context.console(), webhook));
      return 0;
    }
  }
}
