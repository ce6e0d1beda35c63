package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceTimeline;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    description = "How long each stage of a workspace took or takes, also when it is gone.")
final class TimelineCommand implements Callable<Integer> {
  private static final int LONGEST = 300;

  private final CommandContext context;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  TimelineCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.timeline(name), this::tell);
      return 0;
    }
  }

  private void tell(WorkspaceTimeline timeline) {
    Console console = context.console();
    console.line(console.paint().strong(name) + "  " + heading(timeline));
    new TimelineChart(console.columns()).lines(timeline.stages()).forEach(console::line);
    line(timeline.progress());
    line(timeline.estimate());
  }

  private void line(String text) {
    if (!text.isEmpty()) {
      context.console().line(Printable.line(text, LONGEST));
    }
  }

  private static String heading(WorkspaceTimeline timeline) {
    if (timeline.kind().isEmpty()) {
      return timeline.state();
    }
    return timeline.state()
        + ", "
        + timeline.kind()
        + (timeline.attempts() > 1 ? " with " + timeline.attempts() + " attempts" : "");
  }
}
