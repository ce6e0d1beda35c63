package dev.helium.launcher.command;

import dev.helium.launcher.client.EventFeed;
import dev.helium.launcher.client.EventPage;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PastEvent;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = {
      "What has happened to a workspace, in all lives of the name, also when it is gone.",
      "With --output json, whole CloudEvents, one on each line."
    })
final class EventsCommand implements Callable<Integer> {
  private static final int LONGEST_CELL = 40;
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_DETAILS = 120;
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final CommandContext context;

  /** Whether whole CloudEvents are written, one on each line. */
  private boolean whole;

  @Spec private CommandSpec specification;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = "",
      completionCandidates = WorkspaceNames.class)
  private String name;

  @Option(names = "--all", description = "Of all workspaces; with --follow only.")
  private boolean all;

  @Option(
      names = "--after",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Only events above this number.")
  private long after;

  @Option(names = "--follow", description = "Go on with what happens from now on, until Ctrl-C.")
  private boolean follow;

  EventsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    checkUsage();
    whole = context.isForPrograms();
    try (HeliumClient client = context.client()) {
      if (all) {
        followAll(client);
      } else if (follow) {
        listAndFollow(client);
      } else {
        list(client);
      }
      return 0;
    }
  }

  private void checkUsage() {
    if (all == !name.isEmpty()) {
      throw new ParameterException(specification.commandLine(), "Say either NAME or --all.");
    }
    if (all && !follow) {
      throw new ParameterException(
          specification.commandLine(),
          "--all needs --follow: it says only what happens from now on.");
    }
  }

  private void followAll(HeliumClient client) {
    try (EventFeed feed = client.feed(context.console()::error)) {
      feed.follow(FOR_EVER, this::print);
    }
  }

  /** Listens before it asks, so that nothing happens in between unheard. */
  private void listAndFollow(HeliumClient client) {
    try (EventFeed feed = client.feed(name, context.console()::error)) {
      long last = list(client);
      feed.follow(FOR_EVER, event -> event.number() <= last || print(event));
    }
  }

  private long list(HeliumClient client) {
    Console console = context.console();
    EventPage page = client.events(name, after).content();
    List<PastEvent> events = page.events();
    if (whole) {
      events.forEach(event -> console.line(event.document()));
    } else {
      show(console, events);
      if (page.unlisted() > after) {
        console.line(
            "Those up to number %d can no longer be read one by one.".formatted(page.unlisted()));
      }
    }
    return events.isEmpty() ? after : events.getLast().number();
  }

  private boolean print(PastEvent event) {
    context
        .console()
        .line(
            whole
                ? event.document()
                : "%-6d  %-20s  %s%-18s  %s"
                    .formatted(
                        event.number(),
                        Printable.line(event.time(), LONGEST_CELL),
                        all ? Printable.line(event.workspace(), LONGEST_NAME) + "  " : "",
                        Printable.line(event.type(), LONGEST_CELL),
                        Printable.line(event.details(), LONGEST_DETAILS)));
    return true;
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
    console.table(table);
  }
}
