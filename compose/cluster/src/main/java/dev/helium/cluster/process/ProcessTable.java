package dev.helium.cluster.process;

import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.component.Polling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The processes of one cluster by name: their records under {@code run}, their logs under {@code
 * logs}. Everything it says it reads from the records, so any JVM sees the same.
 */
public final class ProcessTable {

  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  private final Path records;
  private final Path logs;

  /** A table in a directory, which is made when a process is started. */
  public ProcessTable(Path directory) {
    this.records = directory.resolve("run");
    this.logs = directory.resolve("logs");
  }

  /**
   * Starts a process. What the one before wrote is kept as {@code NAME.log.previous}.
   *
   * @param environment all it gets
   */
  public ProcessHandle start(
      String name,
      Path executable,
      List<String> arguments,
      Map<String, String> environment,
      Lifetime lifetime)
      throws IOException {
    Files.createDirectories(records);
    Path log = Files.createDirectories(logs).resolve(name + ".log");
    if (Files.exists(log)) {
      Files.move(log, logs.resolve(name + ".log.previous"), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>(Detachment.prefix(lifetime));
    command.add(executable.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(records.getParent().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    ProcessRecord.of(process.toHandle()).write(recordOf(name));
    return process.toHandle();
  }

  /** The process of that name, when it runs. */
  public Optional<ProcessHandle> running(String name) {
    return ProcessRecord.read(recordOf(name)).flatMap(ProcessRecord::handle);
  }

  /** The number a process has or had; 0 when none was recorded. */
  public long processId(String name) {
    return ProcessRecord.read(recordOf(name)).map(ProcessRecord::processId).orElse(0L);
  }

  /** Where a process writes. */
  public Path logOf(String name) {
    return logs.resolve(name + ".log");
  }

  /** Completes with the name of the first of the processes that ends, for whatever reason. */
  public CompletableFuture<String> firstToEnd(Collection<String> names) {
    return CompletableFuture.anyOf(
            names.stream()
                .map(name -> ended(name).thenApply(_ -> name))
                .toArray(CompletableFuture<?>[]::new))
        .thenApply(String.class::cast);
  }

  private CompletableFuture<?> ended(String name) {
    return running(name)
        .map(ProcessHandle::onExit)
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  /**
   * Asks the processes to end, all at once, and kills those that have not within the limit. Their
   * records go when they are gone.
   */
  public void stop(Collection<String> names, Duration limit) {
    List<ProcessHandle> handles =
        names.stream().map(this::running).flatMap(Optional::stream).toList();
    handles.forEach(ProcessHandle::destroy);
    if (!Polling.until(() -> allEnded(names), INTERVAL, limit)) {
      names.stream()
          .map(this::running)
          .flatMap(Optional::stream)
          .forEach(ProcessHandle::destroyForcibly);
      if (!Polling.until(() -> allEnded(names), INTERVAL, KILL_LIMIT)) {
        throw new IllegalStateException("A process survives being killed: " + handles);
      }
    }
    names.forEach(this::forget);
  }

  /** Ends a process as a crash would, and returns when it is gone. */
  public void kill(String name) {
    running(name).ifPresent(ProcessHandle::destroyForcibly);
    if (!Polling.until(() -> running(name).isEmpty(), INTERVAL, KILL_LIMIT)) {
      throw new IllegalStateException(name + " survives being killed");
    }
  }

  /** Lets a process stand still, with all that it holds, until it is resumed or killed. */
  public void pause(String name) {
    signal(name, "STOP");
  }

  /** Lets a process go on that was paused. */
  public void resume(String name) {
    signal(name, "CONT");
  }

  /**
   * @throws IllegalStateException when the process does not run or does not take the signal
   */
  private void signal(String name, String signal) {
    long process =
        running(name)
            .map(ProcessHandle::pid)
            .orElseThrow(() -> new IllegalStateException(name + " does not run"));
    BoundedCommand.Result result =
        BoundedCommand.run(
            List.of("/bin/sh", "-c", "kill -%s %d".formatted(signal, process)),
            Map.of(),
            KILL_LIMIT);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(
          "%s does not take the signal %s: %s".formatted(name, signal, result.output().strip()));
    }
  }

  private boolean allEnded(Collection<String> names) {
    return names.stream().map(this::running).allMatch(Optional::isEmpty);
  }

  private void forget(String name) {
    try {
      Files.deleteIfExists(recordOf(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path recordOf(String name) {
    return records.resolve(name + ".properties");
  }
}
