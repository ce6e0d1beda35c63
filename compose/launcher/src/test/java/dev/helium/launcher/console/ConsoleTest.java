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
    Console console = new Console(stream, stream, false, false);

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
    Console console = new Console(stream, stream, true, true);

    // when
    console.passing("kafka", "starting");
    console.line("done");

    // then
    assertThat(text()).contains("starting").endsWith("\r\u001b[2Kdone\n");
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
