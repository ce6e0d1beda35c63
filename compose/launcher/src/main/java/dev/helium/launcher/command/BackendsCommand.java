package dev.helium.launcher.command;

import dev.helium.launcher.client.Backend;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "backends",
    mixinStandardHelpOptions = true,
    description = "What workspaces can be made of, and what each takes.")
final class BackendsCommand implements Callable<Integer> {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_SENTENCE = 400;

  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      description = "All about this one; the list when left out.")
  private String name;

  BackendsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      if (name.isEmpty()) {
        context.show(client.backends(), this::tellAll);
      } else {
        context.show(client.backend(name), this::tell);
      }
      return 0;
    }
  }

  private void tellAll(List<Backend> backends) {
    Console console = context.console();
    if (backends.isEmpty()) {
      console.line("There are no backends.");
      return;
    }
    Table table = new Table("NAME", "WHAT IT MAKES");
    backends.forEach(
        backend ->
            table.row(
                Printable.line(backend.name(), LONGEST_NAME),
                Printable.line(backend.summary(), LONGEST_SENTENCE)));
    console.table(table);
    console.line("");
    console.line("./helium backends NAME says what one takes.");
  }

  private void tell(Backend backend) {
    Console console = context.console();
    console.line(console.paint().strong(Printable.line(backend.name(), LONGEST_NAME)));
    new BackendText(console.columns()).lines(backend).forEach(console::line);
  }
}
