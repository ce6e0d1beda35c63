package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PlannedEnd;
import dev.helium.launcher.client.PlannedEndPage;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.InstantText;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import dev.helium.launcher.console.UserException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "expiries",
    mixinStandardHelpOptions = true,
    description = {
      "What is to go when and why, the soonest first. Nothing is changed by asking.",
      "What is overdue says why it still stands."
    })
final class ExpiriesCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final int LENGTH_OF_A_DATE = 10;
  private static final int LONGEST_CELL = 64;
  private static final int LONGEST_WHY = 400;

  private final CommandContext context;

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "None later: a date (the midnight ending it, here) or an instant.")
  private String until;

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      defaultValue = "100",
      description = "How many are shown, ${DEFAULT-VALUE} when left out.")
  private int most;

  ExpiriesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Most.check(most, MOST);
    Optional<Instant> latest = Optional.ofNullable(until).map(ExpiriesCommand::instant);
    try (HeliumClient client = context.client()) {
      context.show(client.expiries(latest, most), this::tell);
      return 0;
    }
  }

  private void tell(PlannedEndPage page) {
    Console console = context.console();
    List<PlannedEnd> ends = page.ends();
    if (ends.isEmpty()) {
      console.line(until == null ? "There are no workspaces." : "Nothing expires until then.");
      return;
    }
    Table table = new Table("EXPIRY", "NAME", "STATE", "CREATED BY", "CLUSTER");
    ends.forEach(
        end ->
            table.row(
                InstantText.of(end.expiry()),
                cell(end.workspace()),
                cell(end.overdue() ? "overdue, " + end.state() : end.state()),
                cell(end.createdBy()),
                cell(end.cluster())));
    console.table(table);
    explain(ends.stream().filter(PlannedEnd::overdue).toList());
    if (page.count() > ends.size()) {
      console.line("");
      console.line(
          "These are the first %d of %d; --most NUMBER shows more."
              .formatted(ends.size(), page.count()));
    }
  }

  private void explain(List<PlannedEnd> overdue) {
    if (!overdue.isEmpty()) {
      context.console().line("");
      overdue.forEach(
          end ->
              context
                  .console()
                  .line(cell(end.workspace()) + ": " + Printable.line(end.why(), LONGEST_WHY)));
    }
  }

  private static String cell(String text) {
    return Printable.line(text, LONGEST_CELL);
  }

  private static Instant instant(String text) {
    try {
      return text.length() == LENGTH_OF_A_DATE
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException neither) {
      throw new UserException(
          ExitCode.WRONG_USAGE,
          "--until must be a date such as 2026-02-22, or an instant such as 2026-02-22T15:04:05Z.",
          neither);
    }
  }
}
