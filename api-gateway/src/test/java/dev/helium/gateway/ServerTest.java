package dev.helium.gateway;

import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every request, whatever it asks for. */
@ExtendWith(GatewayWithoutLog.class)
class ServerTest {
  private static final String AUTHORIZED =
      "Host: localhost\r\nAuthorization: Bearer " + TestGateway.TOKEN + "\r\n";

  private static TestGateway gateway;
  private static Client client;

  @BeforeAll
  static void start(TestGateway shared) {
    gateway = shared;
    client = gateway.client();
  }

  @Test
  void aMissingOrWrongTokenIsRefused() {
    // given, when
    HttpResponse<String> none = client.send(client.bare(WORKSPACE));
    HttpResponse<String> wrong = authorized("Bearer " + TestGateway.TOKEN + "x");
    HttpResponse<String> other = authorized("Basic " + TestGateway.TOKEN);
    HttpResponse<String> empty = authorized("Bearer ");
    // then
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("www-authenticate")).contains("Bearer realm=\"helium\"");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("www-authenticate"))
        .contains("Bearer realm=\"helium\", error=\"invalid_token\"");
    assertThat(wrong.body()).doesNotContain(TestGateway.TOKEN);
    assertThat(other.statusCode()).isEqualTo(401);
    assertThat(empty.statusCode()).isEqualTo(401);
  }

  @Test
  void everyOperationOnWorkspacesNeedsTheToken() {
    // given, when, then
    for (String path : new String[] {WORKSPACE, WORKSPACE + "s", WORKSPACE + "/a-b/expired"}) {
      assertThat(client.send(client.bare(path)).statusCode()).isEqualTo(401);
    }
    assertThat(client.send(client.bare(WORKSPACE + "/a-b").DELETE()).statusCode()).isEqualTo(401);
    assertThat(client.send(client.bare(WORKSPACE).POST(BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(401);
  }

  @Test
  void theSchemeOfTheTokenIsWrittenAnyhow() {
    // given, when, then
    assertThat(authorized("bearer " + TestGateway.TOKEN).statusCode()).isEqualTo(503);
  }

  @Test
  void healthAndContractNeedNoToken() throws IOException {
    // given
    String document;
    try (InputStream resource = ServerTest.class.getResourceAsStream("/openapi.yaml")) {
      document = new String(resource.readAllBytes(), UTF_8);
    }
    // when, then
    assertThat(client.send(client.bare("/healthz")).statusCode()).isEqualTo(200);
    assertThat(client.send(client.bare("/openapi.yaml")).body()).isEqualTo(document);
  }

  @Test
  void aPathThatIsNotServedIsAProblem() {
    // given, when
    HttpResponse<String> answer = client.sendUnchecked(client.request("/v2/api/workspaces"));
    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).getString("type")).isEqualTo("urn:helium:problem:unknown");
  }

  @Test
  void aMethodThatIsNotAllowedIsAProblemThatNamesTheOthers() {
    // given, when
    HttpResponse<String> answer =
        client.sendUnchecked(client.request(WORKSPACE + "/a-b").PUT(BodyPublishers.noBody()));
    // then
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).contains("DELETE, GET");
    assertThat(json(answer).getString("type")).isEqualTo("urn:helium:problem:wrong-method");
  }

  @Test
  void answersAreNeitherKeptNorGuessedAt() {
    // given, when
    HttpResponse<String> answer = client.send(client.bare(WORKSPACE));
    // then
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
  }

  @Test
  void headersThatAreTooLargeAreAProblem() {
    // given
    try (RawSocket socket = new RawSocket(gateway.port())) {
      // when
      String answer =
          socket
              .send("GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(17_000) + "\r\n\r\n")
              .readToEnd();
      // then
      assertThat(answer).contains(" 431 ").contains("application/problem+json");
    }
  }

  @Test
  void anAddressThatIsTooLongIsAProblem() {
    // given
    try (RawSocket socket = new RawSocket(gateway.port())) {
      // when
      String answer =
          socket.send("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n").readToEnd();
      // then
      assertThat(answer).contains(" 414 ").contains("application/problem+json");
    }
  }

  @Test
  void aBodyThatIsAnnouncedAsTooLargeIsNotEvenRead() {
    // given
    try (RawSocket socket = new RawSocket(gateway.port())) {
      // when
      String answer =
          socket
              .send(
                  "POST /v1/api/workspace HTTP/1.1\r\n"
                      + AUTHORIZED
                      + "Content-Type: application/json\r\nContent-Length: 100000000\r\n"
                      + "Expect: 100-continue\r\n\r\n")
              .readToEnd();
      // then
      assertThat(answer).startsWith("HTTP/1.1 413").contains("connection: close");
    }
  }

  @Test
  void aClientThatAsksFirstIsToldToGoOn() {
    // given
    try (RawSocket socket = new RawSocket(gateway.port())) {
      // when
      String answer =
          socket
              .send(
                  "POST /v1/api/workspace HTTP/1.1\r\n"
                      + AUTHORIZED
                      + "Content-Type: application/json\r\nContent-Length: 12\r\n"
                      + "Connection: close\r\nExpect: 100-continue\r\n\r\n{\"name\":\"x\"}")
              .readToEnd();
      // then
      assertThat(answer).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 422");
    }
  }

  @Test
  void aBodyThatStopsHalfwayHarmsNobody() {
    // given
    try (RawSocket socket = new RawSocket(gateway.port())) {
      socket.send(
          "POST /v1/api/workspace HTTP/1.1\r\n"
              + AUTHORIZED
              + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    }
    // when, then
    assertThat(client.send(client.bare("/healthz")).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> authorized(String header) {
    return client.send(client.bare(WORKSPACE).header("authorization", header));
  }
}
