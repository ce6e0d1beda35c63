package dev.helium.launcher.command;

import dev.helium.launcher.client.DeletionReceipt;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.InstantText;
import dev.helium.launcher.console.Printable;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "receipt",
    mixinStandardHelpOptions = true,
    description = "The proof that a workspace is gone.")
final class ReceiptCommand implements Callable<Integer> {
  private static final int LONGEST = 4_000;

  private final CommandContext context;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  ReceiptCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.receipt(name), this::tell);
      return 0;
    }
  }

  private void tell(DeletionReceipt receipt) {
    Console console = context.console();
    console.line(
        console.paint().strong(name)
            + "  life "
            + receipt.incarnation()
            + " is gone, confirmed "
            + InstantText.of(receipt.confirmedAt()));
    receipt.evidence().stream()
        .filter(sentence -> !isSaidBelow(receipt, sentence))
        .forEach(sentence -> line("  ", sentence));
    if (!receipt.destroying().isEmpty()) {
      line(
          "  ",
          "destroyed in %s, proven in %s"
              .formatted(words(receipt.destroying()), words(receipt.proving())));
    }
    kinds("Kinds of which nothing is left", receipt.swept());
    kinds("Kinds that may not be listed", receipt.unlisted());
  }

  /** What is no duration stays as it is. */
  private static String words(String duration) {
    try {
      return TimelineChart.duration(Duration.parse(duration).toMillis());
    } catch (DateTimeException foreign) {
      return duration;
    }
  }

  /** Older receipts name the kinds that may not be listed among their evidence too. */
  private static boolean isSaidBelow(DeletionReceipt receipt, String sentence) {
    return !receipt.unlisted().isEmpty() && sentence.startsWith("may not be looked at: ");
  }

  private void kinds(String heading, List<String> kinds) {
    if (!kinds.isEmpty()) {
      context.console().line(heading + " (" + kinds.size() + ")");
      line("  ", String.join(", ", kinds));
    }
  }

  private void line(String indent, String text) {
    context.console().line(indent + Printable.line(text, LONGEST));
  }
}
