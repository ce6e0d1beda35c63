package dev.helium.launcher.command;

import dev.helium.launcher.client.Answer;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PollingChanges;
import dev.helium.launcher.client.StreamedChanges;
import dev.helium.launcher.client.WorkspaceChanges;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "Follow a workspace until it is gone.",
      "With --output json, how it is after each change, one on each line."
    })
final class WatchCommand implements Callable<Integer> {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final String GONE = "gone";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final CommandContext context;
  private final Console console;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  WatchCommand(CommandContext context) {
    this.context = context;
    this.console = context.console();
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      WorkspaceChanges changes =
          new StreamedChanges(client, new PollingChanges(client, INTERVAL), console::error);
      if (context.isForPrograms()) {
        stream(changes);
      } else {
        follow(changes);
      }
      return 0;
    }
  }

  private void follow(WorkspaceChanges changes) {
    AtomicReference<String> last = new AtomicReference<>("");
    try (LiveLine live = new LiveLine(console, context.clock())) {
      changes.follow(
          name,
          FOR_EVER,
          found -> {
            if (found.isEmpty() && last.get().isEmpty()) {
              throw GetCommand.unknown(name);
            }
            String news = found.map(Answer::content).map(this::news).orElse(GONE);
            if (!news.equals(last.getAndSet(news))) {
              console.line(now() + "  " + found.map(Answer::content).map(this::words).orElse(GONE));
            }
            found.map(Answer::content).ifPresent(live::show);
            return found.isPresent();
          });
    }
  }

  /** What is told again only when it differs. */
  private String news(WorkspaceState state) {
    return console.isTerminal() ? WorkspaceProgress.headline(state) : WorkspaceProgress.news(state);
  }

  /** The live line says the rest. */
  private String words(WorkspaceState state) {
    return console.isTerminal()
        ? WorkspaceProgress.headline(state)
        : WorkspaceProgress.inWords(state);
  }

  /** Ends when it is gone. */
  private void stream(WorkspaceChanges changes) {
    AtomicBoolean there = new AtomicBoolean();
    changes.follow(
        name,
        FOR_EVER,
        found -> {
          if (found.isEmpty() && !there.get()) {
            throw GetCommand.unknown(name);
          }
          there.set(true);
          found.map(Answer::document).ifPresent(context::documentLine);
          return found.isPresent();
        });
  }

  private String now() {
    return TIME.format(context.clock().instant().atZone(ZoneId.systemDefault()));
  }
}
