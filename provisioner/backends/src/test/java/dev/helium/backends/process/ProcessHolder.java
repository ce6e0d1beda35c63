package dev.helium.backends.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process that holds another one, and is killed by a test. */
final class ProcessHolder {
  private ProcessHolder() {}

  /** Runs what lasts, in the folder that is given. */
  public static void main(String[] arguments) throws Exception {
    ProcessResult _ =
        ChildProcess.run(
            new ProcessRequest(
                List.of("sh", "-c", "echo $$ > draft && mv draft pid && exec sleep 600"),
                Path.of(arguments[0]),
                Map.of("PATH", System.getenv("PATH"))),
            new ProcessLimits(Duration.ofMinutes(10), Duration.ofSeconds(1), 1L << 30, 100));
  }
}
