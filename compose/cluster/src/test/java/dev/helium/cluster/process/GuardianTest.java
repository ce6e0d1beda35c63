package dev.helium.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.component.Lifetime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that starts a guarded process and is then killed. */
class GuardianTest {

  @TempDir private Path directory;

  @Test
  void endsWhatItGuardsWhenItsJvmIsKilled() throws IOException {
    // given
    Process jvm = jvm(Started.class, directory.toString());
    ProcessTable table = new ProcessTable(directory);
    assertThat(table.running("one")).isPresent();

    // when
    jvm.destroyForcibly();

    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> table.running("one").isEmpty());
  }

  @Test
  void leavesAStrangerAloneThatWasGivenTheNumberMeanwhile() throws IOException {
    // given
    ProcessTable table = new ProcessTable(directory);
    ProcessHandle stranger = Started.startIn(table);
    Process jvm = jvm(Misled.class, Long.toString(stranger.pid()));
    List<ProcessHandle> shell = jvm.children().toList();
    assertThat(shell).hasSize(1);

    // when
    jvm.destroyForcibly();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> shell.stream().noneMatch(ProcessHandle::isAlive));

    // then
    assertThat(table.running("one")).isPresent();
    table.stop(List.of("one"), Duration.ZERO);
  }

  @Test
  void leavesAloneWhatItHasLetGoOf() throws IOException {
    // given
    ProcessTable table = new ProcessTable(directory);
    Set<ProcessHandle> before = children();
    Guardian guardian = Guardian.start();
    Set<ProcessHandle> shell = children();
    shell.removeAll(before);
    guardian.guard(Started.startIn(table));

    // when
    guardian.close();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> shell.stream().noneMatch(ProcessHandle::isAlive));

    // then
    assertThat(shell).hasSize(1);
    assertThat(table.running("one")).isPresent();
    table.stop(List.of("one"), Duration.ZERO);
  }

  /** One that guards something by now. */
  private static Process jvm(Class<?> program, String argument) throws IOException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName(),
                argument)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = jvm.inputReader()) {
      assertThat(output.readLine()).isEqualTo("guarding");
    }
    return jvm;
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toCollection(HashSet::new));
  }

  /** What runs in the JVM that is killed. */
  static final class Started {

    private Started() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      try (Guardian guardian = Guardian.start()) {
        guardian.guard(startIn(new ProcessTable(Path.of(arguments[0]))));
        System.out.println("guarding");
        Thread.currentThread().join();
      }
    }

    static ProcessHandle startIn(ProcessTable table) throws IOException {
      return table.start("one", Path.of("/bin/sleep"), List.of("600"), Map.of(), Lifetime.THIS_JVM);
    }
  }

  /** What guards a number that began at another time. */
  static final class Misled {

    private Misled() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      try (Guardian guardian = Guardian.start()) {
        guardian.guard(Long.parseLong(arguments[0]), "1");
        System.out.println("guarding");
        Thread.currentThread().join();
      }
    }
  }
}
