package dev.helium.launcher.command;

import dev.helium.launcher.client.CreateRequest;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PollingChanges;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = "Ask for a workspace, or change the one of that name.")
final class CreateCommand implements Callable<Integer> {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Made up when left out.")
  private String name;

  @Option(
      names = "--expiry",
      paramLabel = "WHEN",
      defaultValue = "",
      description = "A date (it goes at the midnight ending it) or an instant.")
  private String expiry;

  @Option(names = "--backend", paramLabel = "NAME", defaultValue = "", description = "What it is.")
  private String backend;

  @Option(names = "--values", paramLabel = "FILE", description = "YAML for the backend.")
  private Path values;

  @Option(names = "--wait", description = "Return when it is ready; exit code 1 when it fails.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait, ${DEFAULT-VALUE} when left out.")
  private int timeout;

  CreateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Console console = context.console();
    long begun = System.nanoTime();
    try (HeliumClient client = context.client()) {
      WorkspaceState accepted =
          client.create(new CreateRequest(name, expiry, backend, Optional.ofNullable(values)));
      if (!wait) {
        console.done(accepted.id(), accepted.status());
        console.line("    ./helium watch " + accepted.id());
        return 0;
      }
      Optional<WorkspaceState> ready =
          new WorkspaceProgress(console, new PollingChanges(client, INTERVAL))
              .untilReady(accepted.id(), Duration.ofSeconds(timeout));
      if (ready.isEmpty()) {
        return HeliumCommand.FAILED;
      }
      console.done(accepted.id(), "ready", Duration.ofNanos(System.nanoTime() - begun));
      WorkspaceText.lines(ready.get()).forEach(line -> console.line("    " + line));
      return 0;
    }
  }
}
