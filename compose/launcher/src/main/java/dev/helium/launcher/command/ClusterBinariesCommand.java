package dev.helium.launcher.command;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.ClusterException;
import dev.helium.launcher.console.UserException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "cluster-binaries",
    mixinStandardHelpOptions = true,
    description = "Get the programs of the local cluster ahead of time.")
final class ClusterBinariesCommand implements Callable<Integer> {
  private final CommandContext context;

  ClusterBinariesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      Binaries.of(context.environment())
          .locate(line -> context.console().working("cluster", line))
          .forEach((part, file) -> context.console().done(part.program(), file.toString()));
      return 0;
    } catch (ClusterException failure) {
      throw new UserException(failure.getMessage(), failure);
    }
  }
}
