package dev.helium.story.benchmark.deletion;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowFile;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.cluster.component.NodePool;
import dev.helium.log.LogUnavailableException;
import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./helium benchmark deletion} starts. */
@Command(
    name = "./helium benchmark deletion",
    mixinStandardHelpOptions = true,
    description = {
      "How late deletions begin, and how long many take at once beside a bare client.",
      "Each part runs in a Helium and a cluster of its own; what runs here already is left alone."
    })
public final class Main implements Callable<Integer> {
  /** One pod each, with room to spare. */
  private static final int PODS_PER_NODE = 1_000;

  private enum Part {
    LAG,
    DRAIN
  }

  private final Path project;

  @Option(names = "--only", paramLabel = "PART", description = "lag or drain; both when left out.")
  private Part only;

  @Option(
      names = "--workspaces",
      defaultValue = "1000",
      paramLabel = "NUMBER",
      description = "drain: how many expire at once, ${DEFAULT-VALUE} when left out.")
  private int workspaces;

  @Option(
      names = "--bare",
      paramLabel = "NUMBER",
      description =
          "drain: how many namespaces the bare client deletes at once, as many when left out; they"
              + " are compared by their rate.")
  private Integer bare;

  @Option(
      names = "--copies",
      description =
          "drain: make one workspace, without pods, and copy it in log, state and cluster. From some"
              + " thousand pods on KWOK alone is what is measured of them.")
  private boolean copies;

  @Option(
      names = "--live",
      defaultValue = "10000",
      paramLabel = "NUMBER",
      description = "lag: how many live on meanwhile, ${DEFAULT-VALUE} when left out.")
  private int live;

  @Option(
      names = "--rates",
      defaultValue = "10,100",
      split = ",",
      paramLabel = "NUMBER",
      description = "lag: expiries a second, ${DEFAULT-VALUE} when left out.")
  private List<Integer> rates = new ArrayList<>();

  @Option(
      names = "--seconds",
      defaultValue = "60",
      paramLabel = "NUMBER",
      description = "lag: how long at each rate, ${DEFAULT-VALUE} when left out.")
  private int seconds;

  @Option(
      names = "--row",
      paramLabel = "FILE",
      description =
          "Where to leave the numbers as JSON, for ./helium bench; nowhere when left out.")
  private Path row;

  private Main(Path project) {
    this.project = project;
  }

  public static void main(String[] arguments) {
    Path project = Path.of(System.getProperty("helium.project", "")).toAbsolutePath();
    CommandLine line = new CommandLine(new Main(project));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws IOException, LogUnavailableException {
    DeletionOptions options;
    try {
      options =
          new DeletionOptions(
              workspaces, bare == null ? workspaces : bare, copies, live, rates, seconds);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    List<Measure> measured = new ArrayList<>();
    if (only != Part.DRAIN) {
      inAWorld(
          NodePool.standard(),
          (world, cluster) -> measured.addAll(new Lag(world, cluster, options).run()));
    }
    if (only != Part.LAG) {
      NodePool nodes =
          new NodePool(
              1 + Math.ceilDiv(Math.max(options.workspaces(), options.bare()), PODS_PER_NODE),
              "64",
              "256Gi",
              PODS_PER_NODE);
      inAWorld(
          nodes, (world, cluster) -> measured.addAll(new Drain(world, cluster, options).run()));
    }
    if (row != null) {
      RowFile.write(row, Row.of(measured));
    }
    return 0;
  }

  private interface Measurement {
    void run(StoryWorld world, LocalCluster cluster) throws LogUnavailableException;
  }

  private void inAWorld(NodePool nodes, Measurement measurement)
      throws IOException, LogUnavailableException {
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting a cluster, a broker and the services in " + directory);
    Path clusterDirectory = directory.resolve("cluster");
    try (LocalCluster cluster =
            LocalCluster.start(LocalClusterOptions.in(clusterDirectory).withNodes(nodes));
        StoryWorld world = world(directory, cluster)) {
      run(measurement, world, cluster);
    }
    LocalCluster.wipe(clusterDirectory);
    Files.deleteIfExists(directory);
  }

  /** What the processes wrote goes with their folder, so it is told here when something fails. */
  private static void run(Measurement measurement, StoryWorld world, LocalCluster cluster)
      throws LogUnavailableException {
    try {
      measurement.run(world, cluster);
    } catch (LogUnavailableException | RuntimeException failure) {
      System.err.println(world.logs());
      throw failure;
    }
  }

  private StoryWorld world(Path directory, LocalCluster cluster) throws IOException {
    return StoryWorld.start(
        project,
        Files.createDirectory(directory.resolve("helium")),
        RandomGenerator.getDefault(),
        cluster.heliumKubeconfig());
  }
}
