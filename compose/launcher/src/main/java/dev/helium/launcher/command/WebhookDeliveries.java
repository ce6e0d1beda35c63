package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WebhookAttempt;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "deliveries",
    mixinStandardHelpOptions = true,
    description = "What came of the newest tries to deliver, the newest first.")
final class WebhookDeliveries implements Callable<Integer> {
  private static final int LONGEST_CELL = 60;

  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As the list says it.")
  private String id;

  WebhookDeliveries(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.webhooks().deliveries(id), this::tell);
      return 0;
    }
  }

  private void tell(List<WebhookAttempt> attempts) {
    if (attempts.isEmpty()) {
      context.console().line("Nothing was sent yet.");
      return;
    }
    Table table = new Table("WHEN", "EVENT", "TRY", "OUTCOME", "MS", "NEXT TRY", "DETAIL");
    attempts.forEach(
        attempt ->
            table.row(
                cell(attempt.at()),
                cell(attempt.event()),
                Integer.toString(attempt.number()),
                cell(attempt.outcome()),
                Long.toString(attempt.milliseconds()),
                cell(attempt.nextTry()),
                cell(attempt.detail())));
    context.console().table(table);
  }

  private static String cell(String text) {
    return Printable.line(text, LONGEST_CELL);
  }
}
