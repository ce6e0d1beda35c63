package dev.helium.launcher.command;

import dev.helium.launcher.client.Explanation;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.InstantText;
import dev.helium.launcher.console.Printable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Why a workspace is as it is, and what comes next.")
final class WhyCommand implements Callable<Integer> {
  private static final int LONGEST = 2_000;

  private final CommandContext context;

  @Parameters(paramLabel = "NAME", completionCandidates = WorkspaceNames.class)
  private String name;

  WhyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.why(name), this::tell);
      return 0;
    }
  }

  private void tell(Explanation why) {
    Console console = context.console();
    console.line(
        console.paint().strong(name)
            + "  "
            + why.state()
            + " since "
            + InstantText.of(why.since()));
    part("Because", why.because());
    if (!why.failed().isEmpty()) {
      part("What went wrong", List.of(why.failed(), why.wayOn()));
    }
    part("What comes next", List.of(why.next()));
    part("Proof that it is gone", why.evidence());
  }

  private void part(String heading, List<String> sentences) {
    if (!sentences.isEmpty()) {
      Console console = context.console();
      console.line(heading);
      sentences.forEach(sentence -> console.line("  " + Printable.line(sentence, LONGEST)));
    }
  }
}
