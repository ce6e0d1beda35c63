package dev.helium.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.gateway.Multipart;
import dev.helium.gateway.RawSocket;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  private static final String CHARACTERS =
      "abcXYZ019 -_.:;/\\\"'%&=+{}[]<>\r\n\t\u00e9\u20ac\u65e5";

  private static final String HALF_A_REQUEST =
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
          + "Content-Length: 9\r\n\r\n{";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<List<Submitted>> bodies = new LinkedBlockingQueue<>();
  private final AtomicInteger begun = new AtomicInteger();
  private BodyReader reader = new BodyReader(vertx, Limits.DEFAULT);
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        vertx
            .createHttpServer(ServerOptions.of(Limits.DEFAULT))
            .requestHandler(this::answer)
            .listen(0)
            .await(60, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(60, TimeUnit.SECONDS);
  }

  @Test
  void everyEncodingSaysTheSame() throws Exception {
    // given
    Random random = new Random(20260304);
    for (int round = 0; round < 60; round++) {
      Map<String, String> fields = fields(random);
      Multipart parts = new Multipart();
      fields.forEach(parts::text);
      // when
      send("application/json", new JsonObject(Map.copyOf(fields)).encode().getBytes(UTF_8));
      send("application/x-www-form-urlencoded", encoded(fields).getBytes(UTF_8));
      send(parts.mediaType(), parts.bytes());
      // then
      for (String encoding : List.of("JSON", "URL-encoded", "parts")) {
        assertThat(texts()).as("%s of %s", encoding, fields).isEqualTo(fields);
      }
    }
  }

  @Test
  void filesArriveByteForByte() throws Exception {
    // given
    Random random = new Random(7);
    for (int size : new int[] {1, 8191, 65_536, 256 * 1024}) {
      byte[] content = new byte[size];
      random.nextBytes(content);
      Multipart parts = new Multipart().file("f", "a \u00e9.bin", "text/plain", content);
      // when
      send(parts.mediaType(), parts.bytes());
      // then
      List<Submitted> body = bodies.poll(60, TimeUnit.SECONDS);
      assertThat(((Submitted.Upload) body.getFirst()).content().getBytes()).isEqualTo(content);
    }
  }

  @Test
  void aBodyThatDoesNotArriveInTimeIsGivenUp() {
    // given
    reader = new BodyReader(vertx, new Limits(1000, 1000, 10, Duration.ofMillis(50), 1));
    try (RawSocket socket = new RawSocket(server.actualPort())) {
      // when
      String answer = socket.send(HALF_A_REQUEST).readToEnd();
      // then
      assertThat(answer).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void moreBodiesThanMayComeAtOnceAreTurnedAwayUntilOneIsThere() throws Exception {
    // given
    reader = new BodyReader(vertx, new Limits(1000, 1000, 10, Duration.ofMinutes(1), 1));
    try (RawSocket first = new RawSocket(server.actualPort());
        RawSocket second = new RawSocket(server.actualPort())) {
      first.send(HALF_A_REQUEST);
      await().until(() -> begun.get() == 1);
      // when
      String turnedAway = second.send(HALF_A_REQUEST).readToEnd();
      first.send("}       ");
      // then
      assertThat(turnedAway).startsWith("HTTP/1.1 503");
      assertThat(bodies.poll(60, TimeUnit.SECONDS)).isEmpty();
      send("application/json", "{}".getBytes(UTF_8));
      assertThat(bodies.poll(60, TimeUnit.SECONDS)).isEmpty();
    }
  }

  private void answer(HttpServerRequest request) {
    Future<Submitted.Body> body = reader.read(request);
    begun.incrementAndGet();
    body.onSuccess(
            read -> {
              bodies.add(read.fields());
              request.response().end();
            })
        .onFailure(
            failure ->
                request
                    .response()
                    .setStatusCode(((ProblemException) failure).problem().kind().status())
                    .end());
  }

  private void send(String type, byte[] body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort()))
                .header("content-type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private Map<String, String> texts() throws InterruptedException {
    Map<String, String> texts = new TreeMap<>();
    for (Submitted field : bodies.poll(60, TimeUnit.SECONDS)) {
      texts.put(field.field(), ((Submitted.Text) field).value());
    }
    return texts;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(joining("&"));
  }

  private static Map<String, String> fields(Random random) {
    Map<String, String> fields = new TreeMap<>();
    for (int left = 1 + random.nextInt(8); left > 0; left--) {
      StringBuilder value = new StringBuilder();
      for (int length = random.nextInt(random.nextInt(5) == 0 ? 4000 : 40); length > 0; length--) {
        value.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      fields.put("field" + random.nextInt(100), value.toString());
    }
    return fields;
  }
}
