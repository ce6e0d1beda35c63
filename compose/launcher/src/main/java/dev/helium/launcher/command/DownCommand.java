package dev.helium.launcher.command;

import dev.helium.launcher.console.Console;
import dev.helium.launcher.stack.ArchiveMaker;
import dev.helium.launcher.stack.StackListener;
import dev.helium.launcher.stack.StackStop;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stop everything; what there is comes back with the next start.")
final class DownCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--wipe", description = "Also forget every workspace, token and key.")
  private boolean wipe;

  DownCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    StackListener listener = new ConsoleStackListener(console);
    StackStop stop = new StackStop(context.home(), listener);
    console.line(stop.down() == 0 ? "Nothing was running." : "Everything is stopped.");
    if (!wipe) {
      new ArchiveMaker(context.project(), context.home(), listener).make();
    } else {
      List<String> wiped = stop.wipe();
      console.line(
          wiped.isEmpty()
              ? "There was nothing to forget."
              : "Deleted from %s: %s."
                  .formatted(
                      CommandContext.shortened(context.home().root()), String.join(", ", wiped)));
    }
    return 0;
  }
}
