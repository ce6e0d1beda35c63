package dev.helium.provisioner.attempt;

import dev.helium.backends.BackendRegistry;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.keeping.KeepingBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The first attempt at a workspace, in a process that dies in the middle of it as if killed. */
final class DyingAttempt {
  private static final int KILLED = 137;
  private static final long LONGEST_SECONDS = 120;

  private DyingAttempt() {}

  enum Moment {
    /** Secrets are about to be made. */
    SECRETS_BEGIN,
    /** The first object is there. */
    OBJECTS_BEGIN,
    /** The last object is there, and nobody knows it yet. */
    OBJECTS_END
  }

  /** Returns with what the process ended. */
  static int run(Moment moment, Path directory, Path kubeconfig, WorkspaceId id)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=16",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingAttempt.class.getName(),
                moment.name(),
                directory.toString(),
                kubeconfig.toString(),
                id.value())
            .inheritIO()
            .start();
    try {
      return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } finally {
      process.destroyForcibly();
    }
  }

  public static void main(String[] arguments) throws IOException {
    Moment moment = Moment.valueOf(arguments[0]);
    KeepingBackend backend = new KeepingBackend();
    InstantSource clock =
        () -> {
          dieAt(Moment.SECRETS_BEGIN, moment);
          return Instant.now();
        };
    try (RunFixture runs =
        new RunFixture(
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            OtherClusters.none(),
            new BackendRegistry(List.of(backend)),
            clock)) {
      runs.telling(step -> dieAt(Moment.OBJECTS_BEGIN, moment))
          .apply(
              new WorkspaceId(arguments[3]), 1, backend, "", Instant.parse("2026-03-01T00:00:00Z"));
      dieAt(Moment.OBJECTS_END, moment);
    }
  }

  private static void dieAt(Moment now, Moment wanted) {
    if (now == wanted) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
