package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WebhookCalls;
import dev.helium.launcher.client.WebhookState;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "webhooks",
    mixinStandardHelpOptions = true,
    description = "Who is called when something happens; without a word, the list.",
    footer = {
      "",
      "Each event is posted, signed, until its receiver takes it; one that nobody takes for some",
      "three days parks its webhook, and nothing is sent until it is resumed."
    })
final class WebhooksCommand implements Callable<Integer> {
  static final int LONGEST = 400;
  private static final int LONGEST_CELL = 60;

  private final CommandContext context;

  private WebhooksCommand(CommandContext context) {
    this.context = context;
  }

  /** The command with all that can be done. */
  static CommandLine line(CommandContext context) {
    return new CommandLine(new WebhooksCommand(context))
        .addSubcommand(new WebhookCreate(context))
        .addSubcommand(new WebhookShow(context))
        .addSubcommand(new WebhookChange(context))
        .addSubcommand(new WebhookDeliveries(context))
        .addSubcommand(new WebhookTry(context))
        .addSubcommand(new WebhookResume(context))
        .addSubcommand(new WebhookRedeliver(context))
        .addSubcommand(new WebhookRotate(context))
        .addSubcommand(new WebhookDelete(context));
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.webhooks().list(), this::tell);
      return 0;
    }
  }

  private void tell(List<WebhookState> webhooks) {
    Console console = context.console();
    if (webhooks.isEmpty()) {
      console.line("There are no webhooks; ./helium webhooks create URL makes one.");
      return;
    }
    Table table = new Table("ID", "STATE", "WAITING", "OWNER", "URL");
    webhooks.forEach(
        webhook ->
            table.row(
                cell(webhook.id()),
                cell(webhook.state()),
                Integer.toString(webhook.waiting()),
                cell(webhook.owner()),
                cell(webhook.url())));
    console.table(table);
    if (webhooks.stream().anyMatch(webhook -> webhook.state().equals("parked"))) {
      console.line("");
      console.line(
          "Nothing is sent to those that are parked: ./helium webhooks show ID says why, resume"
              + " ID goes on.");
    }
  }

  /** For a person, one line for each fact that there is. */
  static void show(Console console, WebhookState webhook) {
    fact(console, "ID", webhook.id());
    fact(console, "URL", webhook.url());
    fact(console, "Description", webhook.description());
    fact(console, "Owner", webhook.owner());
    fact(console, "State", webhook.state());
    fact(console, "Parked", webhook.parked());
    fact(
        console,
        "Events",
        webhook.filter().isEmpty() ? "all" : String.join("; ", webhook.filter()));
    fact(console, "Waiting", Integer.toString(webhook.waiting()));
    fact(console, "Created at", webhook.createdAt());
    fact(console, "Former secret until", webhook.formerSecretUntil());
  }

  /** The same with a secret that nobody can ask for again. */
  static void showOnce(Console console, WebhookCalls.Made made) {
    show(console, made.webhook());
    fact(console, "Secret", made.secret());
    console.line("The secret is not told again.");
  }

  private static void fact(Console console, String name, String value) {
    if (!value.isEmpty()) {
      console.line("%-20s".formatted(name) + Printable.line(value, LONGEST));
    }
  }

  private static String cell(String text) {
    return Printable.line(text, LONGEST_CELL);
  }
}
