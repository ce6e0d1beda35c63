package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspacePage;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.InstantText;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", mixinStandardHelpOptions = true, description = "The workspaces there are.")
final class ListCommand implements Callable<Integer> {
  private static final int LONGEST_CELL = 64;

  private final CommandContext context;

  @Option(
      names = {"-q", "--quiet"},
      description = "Names only.")
  private boolean quiet;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "Only those with one of these.")
  private List<String> statuses = new ArrayList<>();

  @Option(
      names = "--label",
      paramLabel = "NAME[=VALUE]",
      description = "Only those with this label; several times for all of them.")
  private List<String> labels = new ArrayList<>();

  @Option(names = "--owner", paramLabel = "NAME", description = "Only those of this one.")
  private List<String> owner = new ArrayList<>();

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "name, created, expiry or status; -name for the other way round.")
  private List<String> sort = new ArrayList<>();

  ListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.workspaces(filters()), this::tell);
      return 0;
    }
  }

  private void tell(WorkspacePage page) {
    Console console = context.console();
    List<WorkspaceState> workspaces = page.workspaces();
    if (quiet) {
      workspaces.forEach(workspace -> console.line(workspace.id()));
    } else if (workspaces.isEmpty()) {
      console.line(
          filters().isEmpty()
              ? "There are no workspaces. ./helium create makes one."
              : "There are no such workspaces.");
    } else {
      Table table = new Table("NAME", "STATUS", "EXPIRY", "BACKEND", "CREATED BY");
      workspaces.forEach(
          workspace ->
              table.row(
                  cell(workspace.id()),
                  cell(workspace.status()),
                  InstantText.of(workspace.fact("Expiry")),
                  cell(workspace.fact("Backend")),
                  cell(workspace.fact("CreatedBy"))));
      console.table(table);
      if (page.count() > workspaces.size()) {
        console.line("These are the first %d of %d.".formatted(workspaces.size(), page.count()));
      }
    }
  }

  private static String cell(String text) {
    return Printable.line(text, LONGEST_CELL);
  }

  private Map<String, List<String>> filters() {
    Map<String, List<String>> filters =
        new HashMap<>(Map.of("status", statuses, "label", labels, "owner", owner, "sort", sort));
    filters.values().removeIf(List::isEmpty);
    return filters;
  }
}
