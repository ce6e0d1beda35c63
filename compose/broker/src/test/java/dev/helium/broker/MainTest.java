package dev.helium.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path directory;
  private Process process;

  @AfterEach
  void leaveNoProcess() throws Exception {
    if (process != null) {
      process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void losesNothingWhenKilled() throws Exception {
    // given
    String first = start();
    Records.createTopic(first);
    Records.send(first, "a", "b");
    assertThat(Records.read(first, "reader", 2)).containsExactlyInAnyOrder("a", "b");

    // when
    process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
    String second = start();
    Records.send(second, "c");

    // then
    assertThat(Records.read(second, "reader", 1)).containsExactly("c");
    assertThat(Records.read(second, "newcomer", 3)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void stopsWhenAskedTo() throws Exception {
    // given
    start();

    // when
    process.destroy();

    // then
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve(KafkaBroker.READY_FILE)).doesNotExist();
  }

  @Test
  void readsItsOptionsFromTheEnvironment() {
    // given
    Map<String, String> environment =
        Map.of(Main.DIRECTORY, directory.toString(), Main.PORT, "4711");

    // when
    BrokerOptions options = Main.options(environment);

    // then
    assertThat(options).isEqualTo(new BrokerOptions(directory, 4711));
    assertThat(Main.options(Map.of(Main.DIRECTORY, directory.toString())).port())
        .isEqualTo(Main.DEFAULT_PORT);
  }

  @Test
  void namesTheVariableThatIsWrong() {
    assertThatThrownBy(() -> Main.options(Map.of())).hasMessageContaining(Main.DIRECTORY);
    assertThatThrownBy(() -> Main.options(Map.of(Main.DIRECTORY, "d", Main.PORT, "many")))
        .hasMessageContaining(Main.PORT)
        .hasMessageContaining("many");
  }

  private String start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    builder.environment().put(Main.DIRECTORY, directory.toString());
    builder.environment().put(Main.PORT, "0");
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
    process = builder.start();
    Path ready = directory.resolve(KafkaBroker.READY_FILE);
    String mine = process.pid() + " ";
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(ready) && Files.readString(ready).startsWith(mine));
    return Files.readString(ready).strip().substring(mine.length());
  }
}
