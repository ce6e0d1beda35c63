package dev.helium.backends.helm.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with files, for charts. */
final class ChartServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private Optional<String> wanted = Optional.empty();
  private String challenge = "Basic realm=\"charts\"";

  ChartServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  ChartServer file(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  ChartServer file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  ChartServer redirect(String path, String target) {
    redirects.put(path, target);
    return this;
  }

  ChartServer fails(String path, int status) {
    failures.put(path, status);
    return this;
  }

  /** Only answers who says this; below {@code /open} everybody. */
  ChartServer wants(String authorization, String challengeSent) {
    wanted = Optional.of(authorization);
    challenge = challengeSent;
    return this;
  }

  /** Paths with queries, and after a blank the authorization that came along. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    asked.add((path + " " + authorization).strip());
    boolean open = path.startsWith("/open") || wanted.filter(authorization::equals).isPresent();
    if (wanted.isPresent() && !open) {
      exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
      exchange.sendResponseHeaders(401, -1);
    } else if (failures.containsKey(path)) {
      exchange.sendResponseHeaders(failures.get(path), -1);
    } else if (redirects.containsKey(path)) {
      exchange.getResponseHeaders().set("Location", redirects.get(path));
      exchange.sendResponseHeaders(307, -1);
    } else if (files.containsKey(path)) {
      byte[] content = files.get(path);
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }
}
