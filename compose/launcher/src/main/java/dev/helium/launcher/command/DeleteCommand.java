package dev.helium.launcher.command;

import dev.helium.launcher.client.Answer;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PollingChanges;
import dev.helium.launcher.client.WorkspaceState;
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

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
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
    long begun = System.nanoTime();
    try (HeliumClient client = context.client()) {
      boolean forPrograms = context.isForPrograms();
      Console console = forPrograms ? context.console().quiet() : context.console();
      Answer<WorkspaceState> accepted = client.delete(name);
      if (forPrograms) {
        context.document(accepted.document());
      }
      if (!wait) {
        console.done(name, accepted.content().status());
        return 0;
      }
      new WorkspaceProgress(console, context.clock(), new PollingChanges(client, INTERVAL))
          .untilGone(name, Duration.ofSeconds(timeout));
      console.done(name, "gone", Duration.ofNanos(System.nanoTime() - begun));
      return 0;
    }
  }
}
