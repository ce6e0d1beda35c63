package dev.helium.cluster.process;

import dev.helium.cluster.component.ClusterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a command to its end, which comes by force when its time is over. */
public final class BoundedCommand {

  private static final int LARGEST_OUTPUT = 64 * 1024;
  private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

  private BoundedCommand() {}

  /**
   * What a command left behind.
   *
   * @param exitCode -1 when it could not be started or had to be ended
   * @param output both streams, cut at 64 KiB
   */
  public record Result(int exitCode, String output) {}

  /** Runs a command that says little and ends soon. */
  public static Result run(List<String> command, Map<String, String> environment, Duration limit) {
    try {
      Path output = Files.createTempFile("helium-command-", ".log");
      try {
        int exitCode =
            follow(command, output.getParent(), environment, output, limit, elapsed -> {});
        byte[] bytes;
        try (var input = Files.newInputStream(output)) {
          bytes = input.readNBytes(LARGEST_OUTPUT);
        }
        return new Result(exitCode, new String(bytes, StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return new Result(-1, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Runs a command with its output in a file.
   *
   * @param environment added to this process's own
   * @param elapsed told at the start and every ten seconds
   * @return the exit code; -1 when the limit was reached and the command was ended
   */
  public static int follow(
      List<String> command,
      Path directory,
      Map<String, String> environment,
      Path output,
      Duration limit,
      Consumer<Duration> elapsed)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      Duration running = Duration.ZERO;
      while (running.compareTo(limit) < 0) {
        elapsed.accept(running);
        long pause = Math.min(REPORT_EVERY.toMillis(), limit.minus(running).toMillis() + 1);
        if (process.waitFor(pause, TimeUnit.MILLISECONDS)) {
          return process.exitValue();
        }
        running = Duration.ofNanos(System.nanoTime() - start);
      }
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while %s ran.".formatted(command.getFirst()), e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
