package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PollingChanges;
import dev.helium.launcher.console.Console;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "delete", mixinStandardHelpOptions = true, description = "Delete a workspace.")
final class DeleteCommand implements Callable<Integer> {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final CommandContext context;

  @Parameters(paramLabel = "NAME")
  private String name;

  @Option(names = "--wait", description = "Return when it is gone.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait, ${DEFAULT-VALUE} when left out.")
  private int timeout;

  DeleteCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    long begun = System.nanoTime();
    try (HeliumClient client = context.client()) {
      client.delete(name);
      if (!wait) {
        console.done(name, "deleting");
        return 0;
      }
      new WorkspaceProgress(console, new PollingChanges(client, INTERVAL))
          .untilGone(name, Duration.ofSeconds(timeout));
      console.done(name, "gone", Duration.ofNanos(System.nanoTime() - begun));
      return 0;
    }
  }
}
