package dev.helium.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.service.metrics.ServiceMeters;
import dev.helium.service.tracing.Tracing;
import dev.helium.service.tracing.TracingEnvironment;
import dev.helium.wire.TraceParent;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ManagementServerTest {
  private final Vertx vertx = Vertx.vertx();
  private final Health health = new Health();
  private final ServiceMeters meters = new ServiceMeters("example");
  private final HttpClient client = HttpClient.newHttpClient();
  private int port;

  @BeforeEach
  void listen() {
    health.expect("log");
    HttpServer server =
        (HttpServer)
            new ManagementServer(vertx, "example", health, meters).listen("127.0.0.1", 0).await();
    port = server.actualPort();
  }

  @AfterEach
  void close() {
    client.close();
    vertx.close().await();
  }

  @Test
  void isReadyWhenEveryExpectedCheckIs() throws IOException, InterruptedException {
    // given
    HttpResponse<String> before = get("/readyz");
    // when
    health.ready("log");
    HttpResponse<String> after = get("/readyz");
    health.notReady("log", "the broker does not answer");
    HttpResponse<String> again = get("/readyz");
    // then
    assertThat(before.statusCode()).isEqualTo(503);
    assertThat(before.body())
        .isEqualTo("{\"service\":\"example\",\"checks\":{\"log\":\"starting\"}}");
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(503);
    assertThat(again.body()).contains("the broker does not answer");
  }

  @Test
  void isReadyWithARemark() throws IOException, InterruptedException {
    // given
    health.readyBut("log", "one of its readers is away");
    // when
    HttpResponse<String> answer = get("/readyz");
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"log\":\"ready, but one of its readers is away\"");
  }

  @Test
  void livesWhetherReadyOrNot() throws IOException, InterruptedException {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void showsItsMetersInThePrometheusFormat() throws IOException, InterruptedException {
    // given
    meters.registry().counter("example.things").increment(3);
    // then
    assertThat(get("/metrics").body()).contains("example_things_total{service=\"example\"} 3.0");
  }

  @Test
  void showsThemInOpenMetricsToWhoeverUnderstandsThat() throws IOException, InterruptedException {
    // given
    meters.registry().counter("example.things").increment(3);
    // when
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/metrics"))
                .header("Accept", "application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1")
                .build(),
            BodyHandlers.ofString());
    // then
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/openmetrics-text; version=1.0.0");
    assertThat(answer.body())
        .contains("example_things_total{service=\"example\"} 3.0")
        .endsWith("# EOF\n");
  }

  @Test
  void showsTracesToWhoeverUnderstandsThatAlone() throws IOException, InterruptedException {
    // given an address where nobody listens
    Tracing tracing =
        TracingEnvironment.open(
            Environment.of(Map.of("HELIUM_TRACES", "http://127.0.0.1:9")),
            "example",
            meters.registry());
    Timer timer = Timer.builder("helium.decision").register(meters.registry());
    TraceParent place = new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    // when
    tracing.measure(place, () -> timer.record(Duration.ofMillis(7)));
    // then
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/metrics"))
                .header("Accept", "application/openmetrics-text")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.body())
        .containsPattern(
            "helium_decision_seconds_bucket\\{.*le=\"0.01\"} 1 # \\{.*trace_id=\"" + place.trace());
    assertThat(get("/metrics").body()).doesNotContain(place.trace());
    TracingEnvironment.close(tracing);
  }

  @Test
  void knowsNothingElse() throws IOException, InterruptedException {
    assertThat(get("/heapdump").statusCode()).isEqualTo(404);
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(uri("/readyz"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(405);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
