package dev.helium.backends.pachyderm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The script as the shell of the image runs it, but that it does not pause between tries. */
final class WaitsTest {
  private static final String NO_PAUSE = "sleep() { :; }\n";

  @Test
  void whatListensIsWaitedForNoLonger() throws Exception {
    try (ServerSocket listening = listening()) {
      assertThat(run("127.0.0.1/" + listening.getLocalPort())).isEqualTo(new Ended(0, ""));
    }
  }

  @Test
  void whatNeverListensIsNamedAtTheEnd() throws Exception {
    // given
    int port;
    try (ServerSocket listening = listening()) {
      port = listening.getLocalPort();
    }
    // then
    assertThat(run("127.0.0.1/" + port))
        .isEqualTo(new Ended(1, "nothing answers at 127.0.0.1/" + port));
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static Ended run(String place) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", NO_PAUSE + Template.text("wait.sh"), "wait", place)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said.strip());
  }

  private record Ended(int with, String saying) {}
}
