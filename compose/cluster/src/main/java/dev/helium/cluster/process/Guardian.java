package dev.helium.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends processes when this JVM is gone, however it went: a small shell that is told their numbers
 * and kills them when its input ends, which the system sees to. A shutdown hook would not run after
 * a kill. A number that the system has given to another process meanwhile is left alone.
 */
public final class Guardian implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      while read -r line; do
        [ "$line" = done ] && exit
        processes="$processes $line"
      done
      for process in $processes; do
        number=${process%%@*}
        birth=${process#*@}
        if [ -n "$birth" ]; then
          status=$(cat "/proc/$number/stat" 2>/dev/null) || continue
          set -- ${status##*) }
          [ "${20}" = "$birth" ] || continue
        fi
        kill -KILL "$number"
      done
      """;

  private final Process shell;

  private Guardian(Process shell) {
    this.shell = shell;
  }

  /** A guardian that guards nothing yet. */
  public static Guardian start() throws IOException {
    return new Guardian(
        new ProcessBuilder("/bin/sh", "-c", SCRIPT)
            .directory(Path.of("/").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Guards one more process. */
  public void guard(ProcessHandle process) {
    if (Birth.of(process).isPresent()) {
      guard(process.pid(), Birth.ticks(process).orElse(""));
    }
  }

  /**
   * @param ticks at which it began; empty where the system does not tell
   */
  void guard(long number, String ticks) {
    try {
      tell(number + "@" + ticks);
    } catch (IOException e) {
      throw new UncheckedIOException("The guardian of the cluster's processes is gone", e);
    }
  }

  /** Lets go: what it guarded lives on. */
  @Override
  public void close() throws IOException {
    if (shell.isAlive()) {
      tell("done");
    }
    shell.getOutputStream().close();
  }

  private void tell(String line) throws IOException {
    shell.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    shell.getOutputStream().flush();
  }
}
