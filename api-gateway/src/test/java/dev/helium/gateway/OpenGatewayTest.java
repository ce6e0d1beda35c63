package dev.helium.gateway;

import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenGatewayTest {
  @TempDir static Path directory;
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        TestGateway.start(
            GatewayWithoutLog.NOWHERE,
            directory,
            Map.of("HELIUM_AUTH", "off", "HELIUM_TOKEN_FILE", ""));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void asksForNoTokenWhenAuthenticationIsOff() {
    // given
    Client client = gateway.client();
    // when, then
    assertThat(client.send(client.bare(WORKSPACE)).statusCode()).isEqualTo(503);
  }

  @Test
  void answersOnlyToNamesOfThisMachineWhenAuthenticationIsOff() {
    // given, when, then
    for (String path : new String[] {WORKSPACE, "/healthz"}) {
      assertThat(get(path, "rebound.example:" + gateway.port()))
          .startsWith("HTTP/1.1 421 ")
          .contains("urn:helium:problem:misdirected");
      assertThat(get(path, "localhost")).doesNotContain(" 421 ");
      assertThat(get(path, "[::1]:80")).doesNotContain(" 421 ");
    }
  }

  private static String get(String path, String host) {
    try (RawSocket socket = new RawSocket(gateway.port())) {
      return socket
          .send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
          .readToEnd();
    }
  }
}
