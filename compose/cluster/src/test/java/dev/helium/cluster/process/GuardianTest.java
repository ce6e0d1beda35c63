package dev.helium.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.component.Lifetime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that starts a guarded process and is then killed. */
class GuardianTest {

  @TempDir private Path directory;

  @Test
  void endsWhatItGuardsWhenItsJvmIsKilled() throws IOException {
    // given
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Started.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = jvm.inputReader()) {
      assertThat(output.readLine()).isEqualTo("guarding");
    }
    ProcessTable table = new ProcessTable(directory);
    assertThat(table.running("one")).isPresent();

    // when
    jvm.destroyForcibly();

    // then
    await().until(() -> table.running("one").isEmpty());
  }

  @Test
  void leavesAloneWhatItHasLetGoOf() throws IOException {
    // given
    ProcessTable table = Started.startIn(directory);
    Guardian guardian = Guardian.over(table, List.of("one"));

    // when
    guardian.close();
    await().until(() -> ProcessHandle.current().children().noneMatch(Started::isShell));

    // then
    assertThat(table.running("one")).isPresent();
    table.stop(List.of("one"), Duration.ZERO);
  }

  /** What runs in the JVM that is killed. */
  static final class Started {

    private Started() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path directory = Path.of(arguments[0]);
      try (Guardian _ = Guardian.over(startIn(directory), List.of("one"))) {
        System.out.println("guarding");
        Thread.currentThread().join();
      }
    }

    static ProcessTable startIn(Path directory) throws IOException {
      ProcessTable table = new ProcessTable(directory);
      table.start("one", Path.of("/bin/sleep"), List.of("600"), Map.of(), Lifetime.THIS_JVM);
      return table;
    }

    static boolean isShell(ProcessHandle process) {
      return process.info().arguments().map(List::of).orElse(List.of()).contains("guardian");
    }
  }
}
