package dev.helium.bench;

import dev.helium.bench.kept.KeptFile;
import dev.helium.bench.kept.Machine;
import dev.helium.bench.run.Benchmark;
import dev.helium.bench.run.RowRun;
import dev.helium.bench.run.Rows;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./helium bench} starts. */
@Command(
    name = "./helium bench",
    mixinStandardHelpOptions = true,
    description = {
      "Every benchmark as one table: ours beside its peer in the same run, whether it is as it is"
          + " wanted, where the time goes, and what has become worse since the kept result.",
      "Takes hours, on a machine with nothing else to do. What runs here already is left alone."
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;

  private final Path project;
  private final List<Benchmark> all;
  private final Clock clock;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ROW",
      description = "Only these; --list tells which there are.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--list", description = "Tell which rows there are.")
  private boolean list;

  @Option(
      names = "--quick",
      description =
          "As little as says whether it works. Its numbers mean nothing and are not kept.")
  private boolean quick;

  @Option(
      names = "--profile",
      description =
          "Have every process write a recording of Flight Recorder, a folder for each row.")
  private boolean profile;

  @Option(
      names = "--keep",
      description =
          "Keep the result although a ratio has become worse or is missing, or something is not"
              + " committed.")
  private boolean keep;

  Main(Path project, List<Benchmark> all, Clock clock) {
    this.project = project;
    this.all = List.copyOf(all);
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    Path project = Path.of(System.getProperty("helium.project", "")).toAbsolutePath();
    System.exit(
        new CommandLine(new Main(project, Rows.all(), Clock.systemUTC())).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (list) {
      all.forEach(row -> System.out.printf("%-10s %s%n", row.name(), row.question()));
      return CommandLine.ExitCode.OK;
    }
    Optional<String> wrong = wrong();
    if (wrong.isPresent()) {
      System.err.println(wrong.get());
      return CommandLine.ExitCode.USAGE;
    }
    RowRun running = new RowRun(project, quick, profiles());
    KeptFile kept = new KeptFile(project.resolve("compose/bench"));
    Bench bench = new Bench(all, running::run, kept, System.out);
    List<Benchmark> rows = rows();
    String commit = Commit.of(project, kept.files());
    boolean good = bench.run(rows, keeping(), Machine.here(), commit, LocalDate.now(clock));
    rows.forEach(
        row ->
            running
                .profileOf(row)
                .ifPresent(folder -> System.out.println("Recordings: " + folder)));
    return good ? CommandLine.ExitCode.OK : FAILED;
  }

  /** What is wrong with the options; empty when nothing is. */
  Optional<String> wrong() {
    List<String> names = all.stream().map(Benchmark::name).toList();
    Optional<String> unknown = only.stream().filter(name -> !names.contains(name)).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(
          "There is no row %s; there is %s.".formatted(unknown.get(), String.join(", ", names)));
    }
    return quick && keep
        ? Optional.of("What is measured with --quick means nothing, so --keep cannot keep it.")
        : Optional.empty();
  }

  /** Those that are asked for, in the order of the table. */
  List<Benchmark> rows() {
    return only.isEmpty() ? all : all.stream().filter(row -> only.contains(row.name())).toList();
  }

  /** A profile takes its part of the time, too. */
  Bench.Keeping keeping() {
    if (quick || profile) {
      return Bench.Keeping.NOT;
    }
    return keep ? Bench.Keeping.ANYHOW : Bench.Keeping.UNLESS_WORSE;
  }

  private Optional<Path> profiles() {
    return profile ? Optional.of(project.resolve(".helium/profiles")) : Optional.empty();
  }
}
