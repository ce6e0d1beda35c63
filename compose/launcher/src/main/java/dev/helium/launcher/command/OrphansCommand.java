package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.OrphanLedger;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.InstantText;
import dev.helium.launcher.console.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "orphans",
    mixinStandardHelpOptions = true,
    description = "What log, clusters and state files do not agree about, and what would end it.")
final class OrphansCommand implements Callable<Integer> {
  private static final int LONGEST = 4_000;

  private final CommandContext context;

  OrphansCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.orphans(), this::tell);
      return 0;
    }
  }

  private void tell(OrphanLedger ledger) {
    if (ledger.sweptAt().isEmpty()) {
      line("Nothing has been compared yet: the deletion controller does so when it runs.");
      return;
    }
    ledger.orphans().forEach(this::print);
    line(
        (ledger.orphans().isEmpty()
                ? "Log, clusters and state files agree"
                : "%d found".formatted(ledger.orphans().size() + ledger.unlisted()))
            + ", as compared at "
            + InstantText.of(ledger.sweptAt())
            + ".");
    if (ledger.unlisted() > 0) {
      line("%d of them are not listed.".formatted(ledger.unlisted()));
    }
    ledger.notLookedAt().forEach(side -> line("Not looked at: " + side));
    ledger.unlistedKinds().forEach(kinds -> line("May not be listed: " + kinds));
  }

  private void print(OrphanLedger.Entry orphan) {
    Console console = context.console();
    String whose =
        orphan.workspace().equals(orphan.name()) || orphan.workspace().isEmpty()
            ? ""
            : "  of " + orphan.workspace();
    String where = orphan.cluster().isEmpty() ? "" : "  in cluster " + orphan.cluster();
    console.line(
        console.paint().strong(Printable.line(orphan.kind() + "  " + orphan.name(), LONGEST))
            + Printable.line(whose + where + "  since " + InstantText.of(orphan.since()), LONGEST));
    orphan.evidence().forEach(sentence -> line("  " + sentence));
    line((orphan.carriedOut() ? "  By policy: " : "  Way on: ") + orphan.repair());
  }

  private void line(String text) {
    context.console().line(Printable.line(text, LONGEST));
  }
}
