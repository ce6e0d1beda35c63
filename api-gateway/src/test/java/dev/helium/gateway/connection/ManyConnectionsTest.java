package dev.helium.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.helium.gateway.RawSocket;
import dev.helium.gateway.http.Sheds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManyConnectionsTest {
  private static final int WANTED = 10_000;

  /** Files that this JVM has open for other things. */
  private static final int OTHERS = 1_000;

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<RawSocket> sockets = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    sockets.forEach(RawSocket::close);
    vertx.close().await(60, TimeUnit.SECONDS);
  }

  @Test
  void oneMoreIsServedBesideTenThousandThatAreIdle() throws Exception {
    // given
    int idle = mostOfThisMachine();
    Server server = new Server();
    vertx.deployVerticle(server).await(60, TimeUnit.SECONDS);
    int port = server.server.actualPort();
    for (int number = 0; number < idle; number++) {
      sockets.add(new RawSocket(port));
    }
    await().atMost(Duration.ofMinutes(2)).until(() -> connections() == idle);
    // when
    try (RawSocket socket = new RawSocket(port)) {
      String answer =
          socket.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").readToEnd();
      // then
      assertThat(answer).startsWith("HTTP/1.1 200 OK");
    }
    sockets.forEach(RawSocket::close);
    await().atMost(Duration.ofMinutes(2)).until(() -> connections() == 0);
  }

  /** Both ends of each are here; a machine that allows fewer files shows as many as it can. */
  private static int mostOfThisMachine() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      long files = unix.getMaxFileDescriptorCount() - OTHERS;
      int most = (int) Math.clamp(files / 2, 1L, WANTED);
      if (most < WANTED) {
        System.out.printf("Only %d connections, as this machine allows no more files%n", most);
      }
      return most;
    }
    return WANTED;
  }

  private double connections() {
    return meters.get("helium.http.connections").gauge().value();
  }

  private final class Server extends VerticleBase {
    private HttpServer server;

    @Override
    public Future<?> start() {
      Connections connections =
          new Connections(
              new ConnectionLimits(
                  12_000,
                  12_000,
                  Duration.ofMinutes(5),
                  Duration.ofMinutes(5),
                  Duration.ofMinutes(5)),
              new Sheds(meters, System::nanoTime),
              meters,
              System::nanoTime);
      server =
          vertx
              .createHttpServer(
                  new HttpServerOptions().setHttp2ClearTextEnabled(false).setAcceptBacklog(1_024))
              .connectionHandler(connections.onThisLoop(vertx))
              .requestHandler(request -> request.response().end("here"));
      return server.listen(0, "127.0.0.1");
    }
  }
}
