package dev.helium.launcher.command;

import dev.helium.launcher.client.DeletionReceipt;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
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

  @Parameters(paramLabel = "NAME")
  private String name;

  ReceiptCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      DeletionReceipt receipt = client.receipt(name);
      Console console = context.console();
      console.line(
          console.paint().strong(name)
              + "  life "
              + receipt.incarnation()
              + " is gone, confirmed "
              + receipt.confirmedAt());
      receipt.evidence().forEach(sentence -> line("  ", sentence));
      if (!receipt.destroying().isEmpty()) {
        line("  ", "destroyed in " + receipt.destroying() + ", proven in " + receipt.proving());
      }
      kinds("Kinds of which nothing is left", receipt.swept());
      kinds("Kinds that may not be listed", receipt.unlisted());
      return 0;
    }
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
