package dev.helium.launcher.command;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.MonitoringProgram;
import dev.helium.cluster.component.Program;
import dev.helium.cluster.component.Progress;
import dev.helium.launcher.console.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "cluster-binaries",
    mixinStandardHelpOptions = true,
    description = "Get the programs of the local cluster, or of --observe, ahead of time.")
final class ClusterBinariesCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--observe",
      description = "Prometheus and its tool instead of those of the cluster.")
  private boolean observe;

  ClusterBinariesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      Progress progress =
          line -> context.console().working(observe ? "prometheus" : "cluster", line);
      Map<? extends Program, Path> found =
          observe
              ? Binaries.ofMonitoring(context.environment())
                  .locate(List.of(MonitoringProgram.values()), progress)
              : Binaries.of(context.environment()).locate(progress);
      found.forEach((part, file) -> context.console().done(part.program(), file.toString()));
      return 0;
    } catch (ClusterException failure) {
      throw new UserException(failure.getMessage(), failure);
    }
  }
}
