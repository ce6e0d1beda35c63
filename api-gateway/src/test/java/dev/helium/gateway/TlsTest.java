package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.gateway.tls.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  @TempDir static Path directory;
  private static Path certificate;
  private static Path key;
  private static TestCertificate first;
  private static TestCertificate second;
  private static TestGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    certificate = directory.resolve("tls.crt");
    key = directory.resolve("tls.key");
    first = TestCertificate.ofAnEllipticCurve(directory, "first");
    second = TestCertificate.ofAnEllipticCurve(directory, "second");
    first.write(certificate, key);
    gateway = start(certificate, key);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void speaksTlsAndAsksBrowsersNotToComeWithoutIt() throws Exception {
    // given
    TestCertificate shown = shown();
    // when
    HttpResponse<String> answer = get(shown, "TLSv1.3");
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("strict-transport-security"))
        .contains("max-age=31536000");
    assertThat(get(shown, "TLSv1.2").statusCode()).isEqualTo(200);
    assertThat(gateway.health.isReady("tls")).isTrue();
  }

  @Test
  void doesNotSpeakToWhoeverSpeaksInPlainText() throws Exception {
    // given
    try (RawSocket socket = new RawSocket(gateway.port())) {
      // when
      String answer = socket.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").readToEnd();
      // then
      assertThat(answer).doesNotContain("HTTP/1.1");
    }
  }

  @Test
  void showsAnotherCertificateWithoutARestart() throws Exception {
    // given
    TestCertificate before = shown();
    TestCertificate next = other(before);
    // when
    next.write(certificate, key);
    // then
    await().until(() -> trusts(next));
    assertThat(trusts(before)).isFalse();
    assertThat(gateway.health.isReady("tls")).isTrue();
  }

  @Test
  void goesOnWithTheOldCertificateWhileTheNewOneCannotBeUsed() throws Exception {
    // given
    TestCertificate before = shown();
    TestCertificate next = other(before);
    // when
    Files.writeString(certificate, next.certificatePem());
    // then
    await().until(() -> remark().endsWith("the key is not the one of the certificate"));
    assertThat(trusts(before)).isTrue();
    assertThat(gateway.health.isReady("tls")).isTrue();
    // when
    next.write(certificate, key);
    // then
    await().until(() -> trusts(next));
    assertThat(remark()).isEqualTo("ready");
  }

  @Test
  void doesNotStartWithWhatCannotBeUsed() throws Exception {
    // given
    Path nothing = Files.writeString(directory.resolve("nothing.key"), "nothing");
    // when, then
    assertThatThrownBy(() -> start(certificate, nothing))
        .hasStackTraceContaining("the key is not a private key in PEM without a passphrase");
  }

  private static TestGateway start(Path certificate, Path key) {
    return TestGateway.start(
        GatewayWithoutLog.NOWHERE,
        directory,
        Map.of("HELIUM_TLS_CERTIFICATE", certificate.toString(), "HELIUM_TLS_KEY", key.toString()));
  }

  private static TestCertificate shown() throws Exception {
    return trusts(first) ? first : second;
  }

  private static TestCertificate other(TestCertificate one) {
    return one.equals(first) ? second : first;
  }

  private static String remark() {
    return gateway.health.snapshot().get("tls");
  }

  private static boolean trusts(TestCertificate trusted) throws Exception {
    try {
      return get(trusted, "TLSv1.3").statusCode() == 200;
    } catch (SSLException another) {
      return false;
    }
  }

  /** Over a connection of its own. */
  private static HttpResponse<String> get(TestCertificate trusted, String protocol)
      throws IOException, InterruptedException, GeneralSecurityException {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(trusting(trusted.trust()))
            .sslParameters(parameters)
            .build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.port() + "/healthz"))
              .timeout(Duration.ofMinutes(1))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static SSLContext trusting(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
