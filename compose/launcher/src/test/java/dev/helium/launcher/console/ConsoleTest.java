package dev.helium.launcher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void writesPlainLinesWhereNobodyLooks() {
    // given
    Console console = new Console(stream, stream, 0, false);

    // when
    console.passing("kafka", "starting");
    console.done("kafka", "127.0.0.1:2329", Duration.ofMillis(2149));

    // then
    assertThat(text())
        .doesNotContain("\u001b", "\r", "starting")
        .startsWith("  ✓ kafka")
        .endsWith("2.1 s\n");
  }

  @Test
  void replacesAPassingLineOnATerminal() {
    // given
    Console console = new Console(stream, stream, 40, true);

    // when
    console.passing("kafka", "starting");
    console.line("done");

    // then
    assertThat(text()).contains("starting").endsWith("\r\u001b[2Kdone\n");
  }

  @Test
  void cutsAPassingLineWhereTheTerminalEnds() {
    // given
    Console console = new Console(stream, stream, 30, false);

    // when
    console.passing("cluster", "building with Go, which takes long");

    // then
    assertThat(text()).hasSize(29);
  }

  @Test
  void tellsOfLongWorkNowAndThenWhereNobodyLooks() {
    // given
    Console often = new Console(stream, stream, 0, false, Duration.ZERO);
    Console seldom = new Console(stream, stream, 0, false, Duration.ofHours(1));

    // when
    often.working("cluster", "building");
    seldom.working("cluster", "downloading");

    // then
    assertThat(text()).contains("building").doesNotContain("downloading");
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
