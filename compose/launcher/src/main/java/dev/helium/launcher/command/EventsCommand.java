package dev.helium.launcher.command;

import dev.helium.launcher.client.EventPage;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PastEvent;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description =
        "What has happened to a workspace, in all lives of the name, also when it is gone.")
final class EventsCommand implements Callable<Integer> {
  /** More than a server lists; it ends there whatever the server says. */
  private static final int MOST_PAGES = 50;

  private static final int LONGEST_CELL = 40;
  private static final int LONGEST_DETAILS = 120;

  private final CommandContext context;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Option(
      names = "--after",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Only events above this number.")
  private long after;

  @Option(names = "--json", description = "Whole CloudEvents, one on each line.")
  private boolean json;

  EventsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    try (HeliumClient client = context.client()) {
      EventPage page = client.events(name, after);
      long unlisted = page.unlisted();
      List<PastEvent> events = new ArrayList<>(page.events());
      for (int pages = 1; !page.isLast() && pages < MOST_PAGES; pages++) {
        page = client.after(page);
        events.addAll(page.events());
      }
      if (json) {
        events.forEach(event -> console.line(event.document()));
        return 0;
      }
      show(console, events);
      if (unlisted > after) {
        console.line("Those up to number %d can no longer be read one by one.".formatted(unlisted));
      }
      return 0;
    }
  }

  private static void show(Console console, List<PastEvent> events) {
    if (events.isEmpty()) {
      console.line("There are no such events.");
      return;
    }
    Table table = new Table("NUMBER", "TIME", "EVENT", "DETAILS");
    for (PastEvent event : events) {
      table.row(
          Long.toString(event.number()),
          Printable.line(event.time(), LONGEST_CELL),
          Printable.line(event.type(), LONGEST_CELL),
          Printable.line(event.details(), LONGEST_DETAILS));
    }
    List<String> lines = table.lines();
    console.line(console.paint().strong(lines.getFirst()));
    lines.stream().skip(1).forEach(console::line);
  }
}
