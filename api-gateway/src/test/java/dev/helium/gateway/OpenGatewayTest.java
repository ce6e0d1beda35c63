package dev.helium.gateway;

import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenGatewayTest {
  @TempDir Path directory;

  @Test
  void asksForNoTokenWhenAuthenticationIsOff() {
    // given
    try (TestGateway gateway =
        TestGateway.start(
            "127.0.0.1:1", directory, Map.of("HELIUM_AUTH", "off", "HELIUM_TOKEN_FILE", ""))) {
      // when, then
      Client client = gateway.client();
      assertThat(client.send(client.bare(WORKSPACE)).statusCode()).isEqualTo(503);
    }
  }
}
