package dev.helium.launcher.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers each request with the next of the answers prepared for it, and the last one for ever. */
public final class StubApi implements AutoCloseable {
  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();

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

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    Deque<Answer> prepared = answers.getOrDefault(request, new ArrayDeque<>());
    Answer answer = prepared.size() > 1 ? prepared.remove() : prepared.peek();
    if (answer == null) {
      StubService.answer(exchange, 404, "{\"title\":\"Not found\",\"status\":404}");
    } else {
      StubService.answer(exchange, answer.status(), answer.body());
    }
  }
}
