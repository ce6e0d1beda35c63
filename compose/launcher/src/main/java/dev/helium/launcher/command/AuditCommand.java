package dev.helium.launcher.command;

import dev.helium.launcher.client.AuditEntry;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.InstantText;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Who asked for what and what came of it, the newest first; for admins.")
final class AuditCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final int LONGEST_CELL = 64;
  private static final String PROBLEM = "urn:helium:problem:";

  private final CommandContext context;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      defaultValue = "",
      completionCandidates = WorkspaceNames.class,
      description = "Only what was about this one.")
  private String workspace;

  @Option(
      names = "--who",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only what somebody of this name asked for.")
  private String who;

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      defaultValue = "100",
      description = "How many are shown, ${DEFAULT-VALUE} when left out.")
  private int most;

  AuditCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Most.check(most, MOST);
    Map<String, String> filters = new HashMap<>(Map.of("workspace", workspace, "who", who));
    filters.values().removeIf(String::isEmpty);
    try (HeliumClient client = context.client()) {
      context.show(client.audit(filters, most), this::tell);
      return 0;
    }
  }

  private void tell(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      context.console().line("There is nothing of that kind.");
      return;
    }
    Table table = new Table("WHEN", "WHO", "ROLE", "WHAT", "WORKSPACE", "OUTCOME", "FROM");
    entries.forEach(
        entry ->
            table.row(
                InstantText.of(entry.at()),
                cell(entry.who()),
                cell(entry.role()),
                cell(entry.operation()),
                cell(entry.workspace()),
                cell(outcome(entry)),
                cell(entry.address())));
    context.console().table(table);
  }

  private static String outcome(AuditEntry entry) {
    String status = entry.status() == 0 ? "left" : Integer.toString(entry.status());
    return entry.problem().isEmpty() ? status : status + " " + entry.problem().replace(PROBLEM, "");
  }

  private static String cell(String text) {
    return text.isEmpty() ? "-" : Printable.line(text, LONGEST_CELL);
  }
}
