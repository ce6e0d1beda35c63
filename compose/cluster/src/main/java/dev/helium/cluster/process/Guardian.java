package dev.helium.cluster.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Ends processes when this JVM is gone, however it went: a small shell that waits for its input to
 * end, which the system sees to, and then kills. A shutdown hook would not run after a kill.
 */
public final class Guardian implements AutoCloseable {

  private static final String SCRIPT =
      "trap '' INT TERM HUP; read -r line; [ \"$line\" = done ] || kill -KILL \"$@\"";

  private final Process shell;

  private Guardian(Process shell) {
    this.shell = shell;
  }

  /** Guards the processes of these names that run now. */
  public static Guardian over(ProcessTable table, Collection<String> names) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "guardian"));
    table.runningIds(names).map(String::valueOf).forEach(command::add);
    return new Guardian(
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Lets go: what it guarded lives on. */
  @Override
  public void close() throws IOException {
    try (var input = shell.outputWriter()) {
      input.write("done\n");
    }
  }
}
