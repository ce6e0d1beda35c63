package dev.helium.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.component.Lifetime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes of the system. */
class ProcessTableTest {

  private static final Path SLEEP = Path.of("/bin/sleep");
  private static final Path SHELL = Path.of("/bin/sh");
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path directory;

  private ProcessTable table;

  @BeforeEach
  void makeTable() {
    table = new ProcessTable(directory);
  }

  @AfterEach
  void stop() {
    table.stop(List.of("one", "two"), Duration.ZERO);
  }

  @ParameterizedTest
  @EnumSource(Lifetime.class)
  void findsAProcessAgainAndEndsIt(Lifetime lifetime) throws IOException {
    // given
    start("one", SLEEP, List.of("600"), lifetime);

    // when another table, as another JVM would have it, looks
    ProcessTable other = new ProcessTable(directory);
    long processId = other.running("one").orElseThrow().pid();
    CompletableFuture<String> ended = other.firstToEnd(List.of("one"));
    other.stop(List.of("one"), LONG);

    // then
    assertThat(table.running("one")).isEmpty();
    assertThat(ended).succeedsWithin(LONG).isEqualTo("one");
    await().atMost(Duration.ofMinutes(1)).until(() -> ProcessHandle.of(processId).isEmpty());
  }

  @Test
  void killsAProcessThatDoesNotWantToEnd() throws IOException {
    // given
    start(
        "one",
        SHELL,
        List.of("-c", "trap '' TERM; echo deaf; while :; do read x; done </dev/zero"));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Files.readString(table.logOf("one")).contains("deaf"));

    // when
    table.stop(List.of("one"), Duration.ofMillis(100));

    // then
    assertThat(table.running("one")).isEmpty();
  }

  @Test
  void doesNotTakeALaterProcessWithTheSameNumberForItsOwn() throws IOException {
    // given
    start("one", SLEEP, List.of("600"));
    ProcessHandle handle = table.running("one").orElseThrow();
    Path record = directory.resolve("run/two.properties");

    // when the record says it began at another time
    new ProcessRecord(handle.pid(), "another boot/1").write(record);
    boolean taken = table.running("two").isPresent();
    table.stop(List.of("two"), Duration.ZERO);

    // then it is left alone
    assertThat(taken).isFalse();
    assertThat(handle.isAlive()).isTrue();
  }

  @Test
  void keepsTheLogOfThisStartAndOfTheOneBefore() throws IOException {
    // given
    start("one", SHELL, List.of("-c", "echo first"));
    await().atMost(Duration.ofMinutes(1)).until(() -> table.running("one").isEmpty());
    start("one", SHELL, List.of("-c", "echo second"));
    await().atMost(Duration.ofMinutes(1)).until(() -> table.running("one").isEmpty());

    // then
    assertThat(LogTail.of(table.logOf("one"))).isEqualTo("second");
    assertThat(LogTail.of(directory.resolve("logs/one.log.previous"))).isEqualTo("first");
  }

  @Test
  void givesAProcessTheNamedVariablesOnly() throws IOException {
    // given
    table.start(
        "one", Path.of("/usr/bin/env"), List.of(), Map.of("NAME", "value"), Lifetime.THIS_JVM);

    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(table.logOf("one")).hasContent("NAME=value"));
  }

  private void start(String name, Path executable, List<String> arguments) throws IOException {
    start(name, executable, arguments, Lifetime.THIS_JVM);
  }

  private void start(String name, Path executable, List<String> arguments, Lifetime lifetime)
      throws IOException {
    table.start(name, executable, arguments, Map.of("PATH", "/usr/bin:/bin"), lifetime);
  }
}
