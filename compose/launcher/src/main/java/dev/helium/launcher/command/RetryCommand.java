package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = "Make the attempt at a workspace again that has failed, now.")
final class RetryCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME")
  private String name;

  RetryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.console().done(name, client.retry(name).status());
      context.console().line("    ./helium watch " + name);
      return 0;
    }
  }
}
