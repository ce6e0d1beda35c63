package dev.helium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.Sheds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SheddingTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Places places = new Places(1);
  private final LoopLag lag = new LoopLag(Duration.ofMinutes(1), () -> 0);
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(new Shedding(places, lag, new Sheds(meters, System::nanoTime)))
        .handler(context -> context.response().end())
        .failureHandler(SheddingTest::answer);
    server = vertx.createHttpServer().requestHandler(router).listen(0).await(60, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    vertx.close().await(60, TimeUnit.SECONDS);
  }

  @Test
  void turnsChangesAwayWhileAllPlacesAreTakenAndReadsOn() throws Exception {
    // given
    int before = status("POST");
    places.take();
    // when
    int full = status("POST");
    int read = status("GET");
    places.leave();
    // then
    assertThat(before).isEqualTo(200);
    assertThat(full).isEqualTo(503);
    assertThat(read).isEqualTo(200);
    assertThat(status("POST")).isEqualTo(200);
    assertThat(shed("changes")).isEqualTo(1);
  }

  @Test
  void turnsChangesAwayWhileTheEventLoopIsBehindAndReadsOn() throws Exception {
    // given
    lag.rang(-Duration.ofMinutes(2).toNanos(), 1);
    // when, then
    assertThat(status("DELETE")).isEqualTo(503);
    assertThat(status("GET")).isEqualTo(200);
    assertThat(shed("lag")).isEqualTo(1);
  }

  private static void answer(RoutingContext context) {
    ProblemException failure = (ProblemException) context.failure();
    assertThat(failure.problem().headers()).containsKey("retry-after");
    context.response().setStatusCode(failure.problem().kind().status()).end();
  }

  private double shed(String reason) {
    return meters.get("helium.http.shed").tag("reason", reason).counter().count();
  }

  private int status(String method) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort()))
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
