package dev.helium.cluster.process;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What is written down of a process so that another JVM finds it again. Numbers of processes are
 * used again by the system, so the record counts only for a process of the same birth.
 *
 * @param birth as {@link Birth} tells it
 */
record ProcessRecord(long processId, String birth) {

  /** The record of a process just started; one that ended already has no birth to be found by. */
  static ProcessRecord of(ProcessHandle handle) {
    return new ProcessRecord(handle.pid(), Birth.of(handle).orElse("unknown"));
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
              properties.getProperty("birth", "unknown")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("process", Long.toString(processId));
    properties.setProperty("birth", birth);
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text.toString());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The process, when it still runs. */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(processId)
        .filter(handle -> Birth.of(handle).filter(birth::equals).isPresent());
  }
}
