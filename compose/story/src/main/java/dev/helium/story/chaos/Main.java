package dev.helium.story.chaos;

import dev.helium.launcher.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./helium chaos} starts. */
@Command(
    name = "./helium chaos",
    mixinStandardHelpOptions = true,
    description = {
      "Users and faults at once in a Helium of its own, and then the proof that nothing was lost, done twice or left behind.",
      "What runs here already is left alone. Exit code 0 only when everything held."
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;

  private final Console console;
  private final Path project;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Of every choice; another one each time when left out.")
  private Long seed;

  @Option(
      names = "--kills",
      defaultValue = "30",
      paramLabel = "COUNT",
      description = "How many times a part is hit, ${DEFAULT-VALUE} when left out.")
  private int kills;

  @Option(
      names = "--minutes-at-most",
      defaultValue = "60",
      paramLabel = "MINUTES",
      description = "No fault begins later, ${DEFAULT-VALUE} when left out.")
  private int minutes;

  private Main(Console console, Path project) {
    this.console = console;
    this.project = project;
  }

  public static void main(String[] arguments) {
    int columns = Integer.getInteger("helium.columns", 0);
    boolean colour = columns > 0 && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    Console console = new Console(System.out, System.err, columns, colour);
    Path project = Path.of(System.getProperty("helium.project", "")).toAbsolutePath();
    System.exit(new CommandLine(new Main(console, project)).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long chosen = seed == null ? RandomGenerator.getDefault().nextInt(1, 1_000_000) : seed;
    ChaosOptions options;
    try {
      options = new ChaosOptions(project, chosen, kills, Duration.ofMinutes(minutes));
    } catch (IllegalArgumentException wrong) {
      console.error(wrong.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    ChaosResult result = new Chaos(options, console, InstantSource.system()).run();
    if (result.holds()) {
      console.line(console.paint().good("Everything held.") + " Seed " + chosen + ".");
      return 0;
    }
    console.line(
        console.paint().bad("Not everything held.")
            + " Seed "
            + chosen
            + "; state and logs are in "
            + result.home());
    return FAILED;
  }
}
