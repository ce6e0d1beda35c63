package dev.helium.story.benchmark.catalog;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowFile;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.cluster.component.NodePool;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import dev.helium.story.benchmark.deletion.Hearing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./helium benchmark catalog} starts. */
@Command(
    name = "./helium benchmark catalog",
    mixinStandardHelpOptions = true,
    description = {
      "How long every backend takes in its profile small, one at a time and many at once, beside a"
          + " bare client that makes the same objects.",
      "It runs in a Helium and a cluster of its own; what runs here already is left alone."
    })
public final class Main implements Callable<Integer> {
  /** So large that nothing waits for room. */
  private static final int PODS_PER_NODE = 1_000;

  /** More than the largest product has, twice, as what was before may be still on its way out. */
  private static final int PODS_PER_WORKSPACE = 30;

  private enum Part {
    SINGLE,
    MIXED
  }

  private final Path project;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "single or mixed; both when left out.")
  private Part only;

  @Option(
      names = "--backends",
      split = ",",
      paramLabel = "NAME",
      description = "Those to measure; all when left out.")
  private Set<String> backends = new HashSet<>();

  @Option(
      names = "--warm-up",
      defaultValue = "3",
      paramLabel = "NUMBER",
      description = "single: of each before those that count, ${DEFAULT-VALUE} when left out.")
  private int warmUp;

  @Option(
      names = "--times",
      defaultValue = "10",
      paramLabel = "NUMBER",
      description = "single: of each, ${DEFAULT-VALUE} when left out.")
  private int times;

  @Option(
      names = "--workspaces",
      defaultValue = "100",
      paramLabel = "NUMBER",
      description = "mixed: of all kinds at once, ${DEFAULT-VALUE} when left out.")
  private int workspaces;

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
  public Integer call() throws IOException {
    CatalogOptions options;
    try {
      options = new CatalogOptions(backends, warmUp, times, workspaces);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting a cluster, a broker and the services in " + directory);
    Path clusterDirectory = directory.resolve("cluster");
    NodePool nodes =
        new NodePool(
            1 + Math.ceilDiv(workspaces * PODS_PER_WORKSPACE, PODS_PER_NODE),
            "1000",
            "4Ti",
            PODS_PER_NODE);
    try (LocalCluster cluster =
            LocalCluster.start(LocalClusterOptions.in(clusterDirectory).withNodes(nodes));
        StoryWorld world =
            StoryWorld.start(
                project,
                Files.createDirectory(directory.resolve("helium")),
                RandomGenerator.getDefault(),
                cluster.heliumKubeconfig())) {
      run(world, cluster, options);
    }
    LocalCluster.wipe(clusterDirectory);
    Files.deleteIfExists(directory);
    return 0;
  }

  /** What the processes wrote goes with their folder, so it is told here when something fails. */
  private void run(StoryWorld world, LocalCluster cluster, CatalogOptions options) {
    Heard heard = new Heard();
    try (StoryClient client = world.client();
        BareMaker bare = new BareMaker(cluster.kubeconfig());
        Hearing hearing = new Hearing(world.bootstrap(), heard)) {
      measure(new Surroundings(world, cluster, client, bare, hearing, heard), options);
    } catch (RuntimeException failure) {
      System.err.println(world.logs());
      throw failure;
    }
  }

  private void measure(Surroundings here, CatalogOptions options) {
    List<Offer> offers =
        Offer.all(here.client()).stream().filter(offer -> options.wants(offer.backend())).toList();
    if (offers.isEmpty()) {
      throw new IllegalArgumentException(
          "none of --backends " + options.backends() + " can be made of nothing");
    }
    List<Sample> samples = Sample.of(offers, here);
    List<Measure> measured = new ArrayList<>();
    if (only != Part.MIXED) {
      measured.addAll(new OneByOne(here, options).run(samples));
    }
    if (only != Part.SINGLE) {
      measured.add(new Crowd(here, samples, options.workspaces()).run());
    }
    if (row != null) {
      RowFile.write(row, Row.of(measured));
    }
  }
}
