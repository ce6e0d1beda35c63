package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PollingChanges;
import dev.helium.launcher.client.WorkspaceChanges;
import dev.helium.launcher.console.Console;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Follow a workspace until it is gone.")
final class WatchCommand implements Callable<Integer> {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final String GONE = "gone";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final CommandContext context;

  @Parameters(paramLabel = "NAME")
  private String name;

  WatchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      follow(new PollingChanges(client, INTERVAL));
      return 0;
    }
  }

  private void follow(WorkspaceChanges changes) {
    Console console = context.console();
    AtomicReference<String> last = new AtomicReference<>("");
    changes.follow(
        name,
        FOR_EVER,
        found -> {
          if (found.isEmpty() && last.get().isEmpty()) {
            throw GetCommand.unknown(name);
          }
          String news = found.map(WorkspaceProgress::news).orElse(GONE);
          if (!news.equals(last.getAndSet(news))) {
            console.line(now() + "  " + found.map(WorkspaceProgress::inWords).orElse(GONE));
          }
          return found.isPresent();
        });
  }

  private String now() {
    return TIME.format(context.clock().instant().atZone(ZoneId.systemDefault()));
  }
}
