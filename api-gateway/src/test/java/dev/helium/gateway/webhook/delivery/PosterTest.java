package dev.helium.gateway.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.gateway.webhook.address.Destination;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosterTest {
  private static final String HOST = "hooks.example.com";
  private static final String PASSWORD = "changeit";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir static Path directory;
  private static Vertx vertx;
  private static PfxOptions certificate;

  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void makeACertificate() throws Exception {
    vertx = Vertx.vertx();
    Path store = directory.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + HOST,
                "-ext",
                "san=dns:" + HOST,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
    certificate = new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
  }

  @AfterAll
  static void stop() throws Exception {
    vertx.close().await(60, TimeUnit.SECONDS);
  }

  @Test
  void theCheckedAddressIsCalledUnderTheNameOfTheHost() throws Exception {
    // given
    int port =
        listen(
            true,
            request -> {
              seen.add(request.connection().indicatedServerName());
              seen.add(request.getHeader("host"));
              seen.add(request.uri());
              seen.add(request.getHeader("webhook-id"));
              request.bodyHandler(body -> request.response().end(body));
            });
    // when
    Answer answer = await(post(new Destination(true, HOST, port, "/a?b=c"), LONG));
    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen).containsExactly(HOST, HOST + ":" + port, "/a?b=c", "one");
  }

  @Test
  void aReceiverThatIsNotTheHostGetsNothing() throws Exception {
    // given
    int port = listen(true, request -> seen.add(request.uri()));
    Destination another = new Destination(true, "another.example.com", port, "/");
    // when, then
    assertThatThrownBy(() -> await(post(another, LONG))).isInstanceOf(SSLException.class);
    assertThat(seen).isEmpty();
  }

  @Test
  void redirectsAreNotFollowed() throws Exception {
    // given
    int port =
        listen(
            false,
            request -> {
              seen.add(request.uri());
              request.response().setStatusCode(307).putHeader("location", "/other").end();
            });
    // when
    Answer answer = await(post(plain(port), LONG));
    // then
    assertThat(answer.status()).isEqualTo(307);
    assertThat(seen).containsExactly("/");
  }

  @Test
  void ofAnEndlessAnswerOnlyItsBeginningIsRead() throws Exception {
    // given
    int port =
        listen(
            false,
            request -> {
              request.response().setChunked(true).setStatusCode(503).putHeader("retry-after", "7");
              vertx.setPeriodic(
                  1, timer -> request.response().write(Buffer.buffer(new byte[4 * 1024])));
            });
    // when
    Answer answer = await(post(plain(port), Duration.ofMinutes(5)));
    // then
    assertThat(answer).isEqualTo(new Answer(503, "7"));
  }

  @Test
  void whoeverDoesNotAnswerIsNotWaitedFor() throws Exception {
    // given
    int port = listen(false, request -> seen.add(request.uri()));
    // when, then
    assertThatThrownBy(() -> await(post(plain(port), SHORT))).isInstanceOf(NoAnswerException.class);
  }

  @Test
  void whoeverSaysTheStatusAndNoMoreHasSaidIt() throws Exception {
    // given
    int port =
        listen(false, request -> request.response().setChunked(true).setStatusCode(202).write("x"));
    // when, then
    assertThat(await(post(plain(port), Duration.ofSeconds(3))).status()).isEqualTo(202);
  }

  private static Destination plain(int port) {
    return new Destination(false, "127.0.0.1", port, "/");
  }

  private static Future<Answer> post(Destination to, Duration longest) {
    Poster poster =
        new Poster(
            vertx, DeliverySettings.DEFAULT, new HttpClientOptions().setTrustOptions(certificate));
    return poster
        .post(
            to,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), to.port()),
            MultiMap.caseInsensitiveMultiMap().add("webhook-id", "one"),
            Buffer.buffer("{}"),
            longest)
        .onComplete(ignored -> poster.close());
  }

  private static int listen(boolean secure, Handler<HttpServerRequest> handler) throws Exception {
    HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
    if (secure) {
      options.setSsl(true).setSni(true).setKeyCertOptions(certificate);
    }
    return await(vertx.createHttpServer(options).requestHandler(handler).listen()).actualPort();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }
}
