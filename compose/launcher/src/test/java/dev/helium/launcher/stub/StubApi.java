package dev.helium.launcher.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers each request with the next of the answers prepared for it, and the last one for ever. */
public final class StubApi implements AutoCloseable {
  private record Answer(int status, String body) {}

  /**
   * A request that came.
   *
   * @param request as {@code GET /path?query}
   * @param token with what stands before it
   */
  public record Asked(String request, String token, String body) {}

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

  public StubApi() throws IOException {
    server = StubService.server(0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The request as {@code GET /path}. */
  public StubApi on(String request, int status, String body) {
    answers.computeIfAbsent(request, ignored -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  /** All requests so far, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod() + " ";
    asked.add(
        new Asked(
            method + exchange.getRequestURI(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    String request = method + exchange.getRequestURI().getPath();
    Deque<Answer> prepared = answers.getOrDefault(request, new ArrayDeque<>());
    Answer answer = prepared.size() > 1 ? prepared.remove() : prepared.peek();
    if (answer == null) {
      StubService.answer(exchange, 404, "{\"title\":\"Not found\",\"status\":404}");
    } else {
      StubService.answer(exchange, answer.status(), answer.body());
    }
  }
}
