package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", mixinStandardHelpOptions = true, description = "The workspaces there are.")
final class ListCommand implements Callable<Integer> {
  /** The list has names only, and each status is a question of its own. */
  private static final int MOST_WITH_STATUS = 100;

  private final CommandContext context;

  @Option(
      names = {"-q", "--quiet"},
      description = "Names only.")
  private boolean quiet;

  ListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    try (HeliumClient client = context.client()) {
      List<String> names = client.names().stream().sorted().toList();
      if (quiet || names.size() > MOST_WITH_STATUS) {
        names.forEach(console::line);
        return 0;
      }
      if (names.isEmpty()) {
        console.line("There are no workspaces. ./helium create makes one.");
        return 0;
      }
      Table table = new Table("NAME", "STATUS", "EXPIRY");
      for (String name : names) {
        // Gone between the two questions: not in the list then.
        client.find(name).ifPresent(state -> table.row(name, state.status(), state.fact("Expiry")));
      }
      List<String> lines = table.lines();
      console.line(console.paint().strong(lines.getFirst()));
      lines.stream().skip(1).forEach(console::line);
      return 0;
    }
  }
}
