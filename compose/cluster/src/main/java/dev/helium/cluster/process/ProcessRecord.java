package dev.helium.cluster.process;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What is written down of a process so that another JVM finds it again. Numbers of processes are
 * used again by the system, so the record counts only for a process that also began when it says
 * and runs the executable it says.
 *
 * @param started when the system says it began
 */
public record ProcessRecord(long processId, Instant started, Path executable) {

  /**
   * The system counts a process's age from its own start, which clock corrections move a little.
   */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  /** The record of a process just started. */
  static ProcessRecord of(ProcessHandle handle, Path executable) {
    Instant started = handle.info().startInstant().orElseGet(Instant::now);
    return new ProcessRecord(handle.pid(), started, executable);
  }

  /** Empty when there is no such file. */
  static Optional<ProcessRecord> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(
          new ProcessRecord(
              Long.parseLong(properties.getProperty("process")),
              Instant.parse(properties.getProperty("started")),
              Path.of(properties.getProperty("executable"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("process", Long.toString(processId));
    properties.setProperty("started", started.toString());
    properties.setProperty("executable", executable.toString());
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text.toString());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The process, when it still runs. */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(processId)
        .filter(ProcessHandle::isAlive)
        .filter(this::beganThen)
        .filter(this::runsThis);
  }

  private boolean beganThen(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
        .orElse(true);
  }

  /**
   * For a moment a detached process is still the tool that detaches it. A process that ended but
   * whose parent has not asked for its exit code has no executable any more.
   */
  private boolean runsThis(ProcessHandle handle) {
    return handle
        .info()
        .command()
        .map(Path::of)
        .filter(command -> command.equals(executable) || Detachment.TOOLS.contains(command))
        .isPresent();
  }
}
