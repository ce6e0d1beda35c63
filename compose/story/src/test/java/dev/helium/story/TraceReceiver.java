package dev.helium.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes traces as a receiver of OTLP over HTTP does, and keeps them. */
final class TraceReceiver implements AutoCloseable {
  private final List<byte[]> requests = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private TraceReceiver(HttpServer server) {
    this.server = server;
  }

  static TraceReceiver start() throws IOException {
    TraceReceiver receiver =
        new TraceReceiver(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    receiver.server.setExecutor(receiver.threads);
    receiver.server.createContext("/v1/traces", receiver::take);
    receiver.server.start();
    return receiver;
  }

  /** As services are told it. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Everything that came, as it came. */
  List<byte[]> requests() {
    return List.copyOf(requests);
  }

  /** Every span that came, in the order in which they began. */
  List<TracedSpan> spans() {
    return requests.stream()
        .flatMap(request -> TracedSpan.read(request).stream())
        .sorted(Comparator.comparingLong(TracedSpan::begun))
        .toList();
  }

  List<TracedSpan> spans(String trace) {
    return spans().stream().filter(span -> span.trace().equals(trace)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestBody().readAllBytes());
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
