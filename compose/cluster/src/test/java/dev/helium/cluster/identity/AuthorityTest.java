package dev.helium.cluster.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates at work between a real TLS server and a real client. */
class AuthorityTest {

  @TempDir private Path directory;

  private Authority authority;
  private HttpsServer server;

  @BeforeEach
  void serve() throws IOException {
    authority = Authority.in(directory, "ca", InstantSource.system());
    SSLContext context =
        authority.server("server", List.of("127.0.0.1")).tlsContext(authority.certificate());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ssl = context.getDefaultSSLParameters();
            ssl.setNeedClientAuth(true);
            parameters.setSSLParameters(ssl);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          String name = ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
          byte[] body = name.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void letsAServerKnowWhoCallsWithWhichGroups() throws IOException, InterruptedException {
    // given
    Identity caller = authority.client("ada", List.of("engineers"));

    // when
    HttpResponse<String> response = get(caller.tlsContext(authority.certificate()));

    // then
    assertThat(response.body()).isEqualTo("CN=ada,O=engineers");
  }

  @Test
  void isTheSameAfterBeingReadAgain() throws IOException, InterruptedException {
    // given
    Authority again = Authority.in(directory, "ca", InstantSource.system());

    // when
    HttpResponse<String> response =
        get(again.client("ada", List.of()).tlsContext(again.certificate()));

    // then
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWhomAnotherAuthorityVouchesFor() throws IOException {
    // given
    Authority other = Authority.in(directory, "other", InstantSource.system());
    Identity stranger = other.client("ada", List.of());

    // when / then
    assertThatThrownBy(() -> get(stranger.tlsContext(authority.certificate())))
        .isInstanceOf(IOException.class);
  }

  @Test
  void keepsItsKeyToItsOwner() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("ca.key"))))
        .isEqualTo("rw-------");
  }

  private HttpResponse<String> get(SSLContext context) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create("https://127.0.0.1:%d/".formatted(server.getAddress().getPort())))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
