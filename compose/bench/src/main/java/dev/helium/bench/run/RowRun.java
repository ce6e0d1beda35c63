package dev.helium.bench.run;

import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowFile;
import dev.helium.bench.row.RowOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs benchmarks, each in a process of its own that writes to the same terminal. */
public final class RowRun {
  private static final Duration LONGEST = Duration.ofHours(3);
  private static final String PROFILE = "HELIUM_PROFILE";

  private final Path project;
  private final boolean quick;
  private final Optional<Path> profiles;

  /**
   * @param project whose {@code helium} is asked
   * @param quick as {@link Benchmark#arguments} says
   * @param profiles where every JVM of a benchmark leaves a recording; none when empty
   */
  public RowRun(Path project, boolean quick, Optional<Path> profiles) {
    this.project = project;
    this.quick = quick;
    this.profiles = profiles;
  }

  /** Returns what it has measured; empty when it failed, which it has said itself then. */
  public Optional<Row> run(Benchmark benchmark) throws InterruptedException {
    try {
      Path file = Files.createTempFile("helium-row-", ".json");
      try {
        return ended(start(benchmark, file)) ? read(file) : Optional.empty();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where the recordings of a benchmark are. */
  public Optional<Path> profileOf(Benchmark benchmark) {
    return profiles.map(folder -> folder.resolve(benchmark.name()));
  }

  private Process start(Benchmark benchmark, Path file) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(project.resolve("helium").toString(), "benchmark"));
    command.addAll(benchmark.arguments(quick));
    command.addAll(List.of(RowOption.NAME, file.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile()).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.remove(PROFILE);
    Optional<Path> profile = profileOf(benchmark);
    if (profile.isPresent()) {
      Files.createDirectories(profile.get());
      environment.put(PROFILE, profile.get().toString());
    }
    return builder.start();
  }

  private static boolean ended(Process process) throws InterruptedException {
    try {
      return process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private static Optional<Row> read(Path file) {
    try {
      return Optional.of(RowFile.read(file));
    } catch (IllegalArgumentException unwritten) {
      System.err.println("It left no row: " + unwritten.getMessage());
      return Optional.empty();
    }
  }
}
