package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideClusterTest {
  @TempDir Path directory;

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> OutsideCluster.check(directory.resolve("none")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(directory.resolve("none").toString());
  }

  @Test
  void refusesAFileThatIsNoKubeconfig() throws IOException {
    // given
    Path file = Files.writeString(directory.resolve("file"), "contexts: {not: [a, list");

    // when
    assertThatThrownBy(() -> OutsideCluster.check(file))

        // then
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot be read as a kubeconfig file");
  }

  @Test
  void saysWhichServerOfWhichContextDoesNotAnswer() throws IOException {
    // given
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      closed = socket.getLocalPort();
    }
    Path file =
        Files.writeString(
            directory.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            current-context: far-away
            contexts:
            - name: far-away
              context: {cluster: moon, user: me}
            clusters:
            - name: moon
              cluster: {server: "https://127.0.0.1:%d"}
            users:
            - name: me
              user: {token: word}
            """
                .formatted(closed));

    // when
    assertThatThrownBy(() -> OutsideCluster.check(file))

        // then
        .isInstanceOf(UserException.class)
        .hasMessageContaining("https://127.0.0.1:" + closed)
        .hasMessageContaining("context far-away")
        .hasMessageContaining("does not answer");
  }
}
