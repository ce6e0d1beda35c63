package dev.helium.launcher.command;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stack.StackLogs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "The log of a service, of kafka, or of a program of the cluster.")
final class LogsCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "SERVICE")
  private String service;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "200",
      paramLabel = "COUNT",
      description = "How many lines from the end, ${DEFAULT-VALUE} when left out.")
  private int lines;

  LogsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    StackLogs logs = new StackLogs(context.home());
    Path log =
        logs.find(service)
            .orElseThrow(
                () ->
                    new UserException(
                        ExitCode.NOT_FOUND,
                        "There is no log of %s; there are those of %s."
                            .formatted(service, String.join(", ", logs.names()))));
    new LogReader(log).read(lines, follow, context.console()::line);
    return 0;
  }
}
