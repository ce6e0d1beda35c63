package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {
  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String BODY = "{\"name\":\"x\"}";

  @TempDir Path directory;

  @Test
  void isAnnouncedWhileEverythingIsStillAnswered() {
    // given
    TestGateway gateway =
        TestGateway.start(
            GatewayWithoutLog.NOWHERE, directory, Map.of("HELIUM_DRAIN_NOTICE", "PT5S"));
    Client client = gateway.client();
    assertThat(client.send(client.bare("/healthz")).headers().firstValue("connection")).isEmpty();
    assertThat(gateway.health.isReady("http")).isTrue();
    // when
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
    await().until(() -> !gateway.health.isReady("http"));
    HttpResponse<String> meanwhile = client.send(client.bare("/healthz"));
    stopped.join();
    // then
    assertThat(meanwhile.statusCode()).isEqualTo(200);
    assertThat(meanwhile.headers().firstValue("connection")).contains("close");
    assertThat(gateway.health.snapshot()).containsEntry("http", "draining");
    assertThatThrownBy(() -> client.send(client.bare("/healthz")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void letsEndWhatIsUnderWayAndTakesNothingNew() {
    // given
    TestGateway gateway = TestGateway.start(GatewayWithoutLog.NOWHERE, directory, Map.of());
    int port = gateway.port();
    try (RawSocket idle = new RawSocket(port);
        RawSocket socket = new RawSocket(port)) {
      socket.send(
          "POST /v1/api/workspace HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + TestGateway.TOKEN
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + BODY.length()
              + "\r\nExpect: 100-continue\r\n\r\n");
      assertThat(socket.read(CONTINUE.length())).isEqualTo(CONTINUE);
      // when
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
      // then
      assertThat(idle.readToEnd()).isEmpty();
      await().until(() -> isRefused(port));
      assertThat(stopped).isNotDone();
      assertThat(socket.send(BODY).readToEnd())
          .startsWith("HTTP/1.1 422 ")
          .contains("connection: close");
      stopped.join();
    }
  }

  private static boolean isRefused(int port) {
    try (RawSocket socket = new RawSocket(port)) {
      return socket.readToEnd().isEmpty();
    } catch (UncheckedIOException refused) {
      return true;
    }
  }
}
