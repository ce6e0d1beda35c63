package dev.helium.launcher.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * A stream of events of which each connection breaks after what was prepared for it, and a
 * workspace that is in another state each time it is asked for.
 */
public final class StubStream implements AutoCloseable {
  private final HttpServer server;
  private final Queue<String> connections = new ConcurrentLinkedQueue<>();
  private final Queue<String> states = new ConcurrentLinkedQueue<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  public StubStream() throws IOException {
    server = StubService.server(0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/api/events", this::stream);
    server.createContext("/v1/api/workspace/", this::workspace);
    server.start();
  }

  /** What the next connection is sent before it breaks. */
  public StubStream connection(String... blocks) {
    connections.add(String.join("\n\n", blocks) + "\n\n");
    return this;
  }

  /** How the workspace is the next time; for the last time it is not there. */
  public StubStream states(String... words) {
    states.addAll(List.of(words));
    return this;
  }

  /** The query and the last id of each connection. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void stream(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestURI().getRawQuery()
            + " "
            + exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    String blocks = connections.poll();
    if (blocks == null) {
      StubService.answer(exchange, 404, "{\"title\":\"Not found\",\"status\":404}");
      return;
    }
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(blocks.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void workspace(HttpExchange exchange) throws IOException {
    String state = states.poll();
    if (state == null) {
      StubService.answer(exchange, 404, "{}");
    } else {
      StubService.answer(
          exchange, 200, "{\"Workspace\":{\"ID\":\"one\",\"Status\":\"" + state + "\"}}");
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
