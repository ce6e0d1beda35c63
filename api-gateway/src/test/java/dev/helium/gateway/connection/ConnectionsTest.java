package dev.helium.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.gateway.RawSocket;
import dev.helium.gateway.http.Sheds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private static final ConnectionLimits PATIENT =
      new ConnectionLimits(
          100, 100, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5));

  private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static final String HERE = "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nhere";

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
  private int port;

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(60, TimeUnit.SECONDS);
  }

  @Test
  void aHeadThatDoesNotArriveInTimeIsAnsweredAndCut() throws Exception {
    // given
    start(withTimes(Duration.ofMillis(100), Duration.ofMinutes(5), Duration.ofMinutes(5)));
    try (RawSocket socket = new RawSocket(port)) {
      // when
      String answer = socket.send("GET / HTTP/1.1\r\nHost: loc").readToEnd();
      // then
      assertThat(answer)
          .startsWith("HTTP/1.1 408 Request Timeout\r\n")
          .contains("connection: close", "x-content-type-options: nosniff")
          .contains("urn:helium:problem:too-slow");
    }
    assertThat(shed("head")).isEqualTo(1);
  }

  @Test
  void aSecondHeadThatDoesNotArriveInTimeIsCutToo() throws Exception {
    // given
    start(withTimes(Duration.ofMillis(100), Duration.ofMinutes(5), Duration.ofMinutes(5)));
    try (RawSocket socket = new RawSocket(port)) {
      // when
      String first = socket.send(GET).read(HERE.length());
      String second = socket.send("GET / HT").send("TP/1.1\r\n").readToEnd();
      // then
      assertThat(first).isEqualTo(HERE);
      assertThat(second).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void aConnectionWithoutARequestIsClosed() throws Exception {
    // given
    start(withTimes(Duration.ofMinutes(5), Duration.ofMillis(100), Duration.ofMinutes(5)));
    try (RawSocket socket = new RawSocket(port)) {
      // when, then
      assertThat(socket.readToEnd()).isEmpty();
    }
    assertThat(shed("idle")).isEqualTo(1);
  }

  @Test
  void aRequestThatWaitsForItsAnswerIsNotIdle() throws Exception {
    // given
    start(withTimes(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100)));
    try (RawSocket patient = new RawSocket(port);
        RawSocket idle = new RawSocket(port)) {
      patient.send(GET.replace("GET /", "GET /wait"));
      await().until(() -> !waiting.isEmpty());
      // when
      idle.readToEnd();
      HttpServerRequest request = waiting.remove();
      vertx.runOnContext(ignored -> request.response().end("patience"));
      // then
      assertThat(patient.readToEnd()).startsWith("HTTP/1.1 200 OK").endsWith("patience");
    }
  }

  @Test
  void anAnswerThatNobodyTakesIsCut() throws Exception {
    // given
    start(withTimes(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMillis(500)));
    try (RawSocket socket = new RawSocket(port)) {
      // when
      socket.send(GET.replace("GET /", "GET /large"));
      // then
      await().until(() -> shed("stalled") == 1);
      await().until(() -> connections() == 0);
    }
  }

  @Test
  void whoAsksForMoreThanHeTakesIsCut() throws Exception {
    // given
    start(PATIENT);
    try (RawSocket socket = new RawSocket(port)) {
      // when
      socket.send(GET.replace("GET /", "GET /large").repeat(3));
      // then
      await().until(() -> shed("stalled") == 1);
      await().until(() -> connections() == 0);
    }
  }

  @Test
  void aConnectionTooManyIsToldSoUntilThereIsRoom() throws Exception {
    // given
    start(PATIENT.withNumbers(1, 1));
    try (RawSocket second = new RawSocket(port)) {
      try (RawSocket first = new RawSocket(port)) {
        // The order in which both are taken is the server's.
        await().until(() -> connections() == 1 && shed("connections") == 1);
        // when
        String answers = second.send(close(GET)).readToEnd() + first.send(close(GET)).readToEnd();
        // then
        assertThat(answers)
            .contains("HTTP/1.1 200 OK", "HTTP/1.1 503 Service Unavailable")
            .contains("retry-after: 5", "There are too many connections already.");
      }
      await().until(() -> connections() == 0);
      try (RawSocket third = new RawSocket(port)) {
        assertThat(third.send(close(GET)).readToEnd()).startsWith("HTTP/1.1 200 OK");
      }
    }
  }

  @Test
  void aConnectionTooManyThatSaysNothingEndsToo() throws Exception {
    // given
    start(PATIENT.withNumbers(1, 1));
    try (RawSocket first = new RawSocket(port)) {
      await().until(() -> connections() == 1);
      try (RawSocket second = new RawSocket(port)) {
        // when, then
        assertThat(second.readToEnd()).isEmpty();
        assertThat(first.send(close(GET)).readToEnd()).startsWith("HTTP/1.1 200 OK");
      }
    }
  }

  private static ConnectionLimits withTimes(Duration head, Duration idle, Duration stall) {
    return new ConnectionLimits(100, 100, head, idle, stall);
  }

  private static String close(String request) {
    return request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
  }

  private double shed(String reason) {
    return meters.get("helium.http.shed").tag("reason", reason).counter().count();
  }

  private double connections() {
    return meters.get("helium.http.connections").gauge().value();
  }

  private void start(ConnectionLimits limits) throws Exception {
    Connections connections =
        new Connections(limits, new Sheds(meters, System::nanoTime), meters, System::nanoTime);
    Server server = new Server(connections);
    vertx.deployVerticle(server).await(60, TimeUnit.SECONDS);
    port = server.server.actualPort();
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/wait" -> {
        request.response().putHeader("connection", "close");
        waiting.add(request);
      }
      // More than what systems hold for a reader.
      case "/large" -> request.response().end(Buffer.buffer(new byte[64 * 1024 * 1024]));
      default -> request.response().end("here");
    }
  }

  private final class Server extends VerticleBase {
    private final Connections connections;
    private HttpServer server;

    Server(Connections connections) {
      this.connections = connections;
    }

    @Override
    public Future<?> start() {
      server =
          vertx
              .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
              .connectionHandler(connections.onThisLoop(vertx))
              .requestHandler(ConnectionsTest.this::answer);
      return server.listen(0, "127.0.0.1");
    }
  }
}
