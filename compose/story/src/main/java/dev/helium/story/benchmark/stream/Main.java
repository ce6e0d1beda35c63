package dev.helium.story.benchmark.stream;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowFile;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./helium benchmark stream} starts. */
@Command(
    name = "./helium benchmark stream",
    mixinStandardHelpOptions = true,
    description = {
      "Events to thousands of subscribers in another process: how late, and what the gateway"
          + " needs.",
      "In a Helium of its own; what runs here already is left alone."
    })
public final class Main implements Callable<Integer> {
  private static final double MEBIBYTE = 1024.0;
  private static final double BAR_MEBIBYTES = 1024;
  private static final double BAR_MILLISECONDS = 100;

  /** A gateway that has just been started compiles what it does often; told apart. */
  private static final int FIRST_SECONDS = 15;

  /** What is on its way when the last event was written comes within that. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final Path project;

  @Option(
      names = "--subscribers",
      defaultValue = "5000",
      paramLabel = "NUMBER",
      description = "${DEFAULT-VALUE} when left out.")
  private int subscribers;

  @Option(
      names = "--of-all",
      defaultValue = "50",
      paramLabel = "NUMBER",
      description =
          "How many of them want everything, ${DEFAULT-VALUE} when left out; the others follow one"
              + " workspace each.")
  private int ofAll;

  @Option(
      names = "--workspaces",
      defaultValue = "1000",
      paramLabel = "NUMBER",
      description = "That something happens to, ${DEFAULT-VALUE} when left out.")
  private int workspaces;

  @Option(
      names = "--rate",
      defaultValue = "200",
      paramLabel = "NUMBER",
      description = "Events a second, ${DEFAULT-VALUE} when left out.")
  private int rate;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      paramLabel = "NUMBER",
      description = "${DEFAULT-VALUE} when left out.")
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
    System.exit(new CommandLine(new Main(project)).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    StreamOptions options;
    try {
      options = new StreamOptions(subscribers, ofAll, workspaces, rate, seconds);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting Helium in " + directory);
    try (StoryWorld world = StoryWorld.start(project, directory, RandomGenerator.getDefault());
        EventWriter writer = new EventWriter(world.bootstrap(), options.workspaces())) {
      // Nobody is to do anything about workspaces that stand in the log only.
      List.of(ServiceName.PROVISIONER, ServiceName.STATUS_WATCHER, ServiceName.DELETION_CONTROLLER)
          .forEach(world::kill);
      Row measured = measure(world, writer, options);
      if (row != null) {
        RowFile.write(row, measured);
      }
    }
    return 0;
  }

  private static Row measure(StoryWorld world, EventWriter writer, StreamOptions options)
      throws IOException {
    writer.create();
    long before = resident(world);
    try (SubscriberProcess process =
        new SubscriberProcess(world.api(), world.home().token(), options)) {
      long subscribed = resident(world);
      SubscriberProcess.Heard first = heard(process, writer, options.rate(), FIRST_SECONDS);
      Duration processor = processor(world);
      SubscriberProcess.Heard then = heard(process, writer, options.rate(), options.seconds());
      processor = processor(world).minus(processor);
      long after = resident(world);
      print(options, first, then, processor, before, subscribed, after);
      return Row.of(
          List.of(
              Measure.time(
                      "event to one of %,d subscribers, p99".formatted(options.subscribers()),
                      "ms",
                      (double) then.p99())
                  .wanted(BAR_MILLISECONDS),
              Measure.time("the same, p50", "ms", (double) then.p50()),
              Measure.time("what the gateway holds", "MiB", after / MEBIBYTE)
                  .wanted(BAR_MEBIBYTES)));
    }
  }

  private static SubscriberProcess.Heard heard(
      SubscriberProcess process, EventWriter writer, int rate, int seconds) throws IOException {
    writer.write(rate, seconds);
    LockSupport.parkNanos(REST.toNanos());
    return process.heard();
  }

  private static void print(
      StreamOptions options,
      SubscriberProcess.Heard first,
      SubscriberProcess.Heard heard,
      Duration processor,
      long before,
      long subscribed,
      long after) {
    System.out.printf(
        Locale.ROOT,
        """

        %d subscribers, %d of them of everything; %d events a second for %d s
          events heard %d, streams ended %d
          from the event to a subscriber, ms: p50 %d, p90 %d, p99 %d, longest %d
            in the %d s before, the first of the gateway: p50 %d, p90 %d, p99 %d, longest %d
          the gateway used %.2f of a processor
          and holds, MiB: before %.0f, with all subscribed %.0f (%.1f KiB each), at the end %.0f
          below %.0f: %s
        """,
        options.subscribers(),
        options.ofAll(),
        options.rate(),
        options.seconds(),
        heard.events(),
        heard.ended(),
        heard.p50(),
        heard.p90(),
        heard.p99(),
        heard.longest(),
        FIRST_SECONDS,
        first.p50(),
        first.p90(),
        first.p99(),
        first.longest(),
        (double) processor.toMillis() / Duration.ofSeconds(options.seconds()).toMillis(),
        before / MEBIBYTE,
        subscribed / MEBIBYTE,
        (double) (subscribed - before) / options.subscribers(),
        after / MEBIBYTE,
        BAR_MEBIBYTES,
        after / MEBIBYTE < BAR_MEBIBYTES ? "holds" : "does not hold");
  }

  private static Duration processor(StoryWorld world) {
    return world
        .stack()
        .processorTime(ServiceInstance.first(ServiceName.API_GATEWAY))
        .orElse(Duration.ZERO);
  }

  /** In KiB. */
  private static long resident(StoryWorld world) throws IOException {
    long process =
        world.stack().process(ServiceInstance.first(ServiceName.API_GATEWAY)).orElseThrow().pid();
    return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
