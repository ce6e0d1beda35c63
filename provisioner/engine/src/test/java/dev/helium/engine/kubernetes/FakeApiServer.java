package dev.helium.engine.kubernetes;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers what no real API server would: a proxy's pages, or another cluster all of a sudden. */
final class FakeApiServer implements AutoCloseable {
  private static final String NOT_FOUND =
      """
      {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "NotFound",
       "code": 404, "message": "not found"}
      """;

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile String absent = NOT_FOUND;
  final List<String> requests = new CopyOnWriteArrayList<>();

  FakeApiServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          // As a real one: what has not arrived whole is not acted on.
          exchange.getRequestBody().readAllBytes();
          requests.add(exchange.getRequestMethod() + " " + path);
          var found = answers.get(path);
          var body = (found == null ? absent : found).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          var isBusy = !exchange.getRequestMethod().equals("GET") && busy.getAndDecrement() > 0;
          exchange.sendResponseHeaders(isBusy ? 503 : found == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    answers.put("/version", "{\"gitVersion\": \"v1.36.0\"}");
    answers.put(
        "/api/v1",
        """
        {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
          {"name": "configmaps", "kind": "ConfigMap", "namespaced": true}]}
        """);
  }

  /** Whose answers these are. */
  void isCluster(String uid, String created) {
    answers.put(
        "/api/v1/namespaces/kube-system",
        """
        {"kind": "Namespace", "metadata": {"uid": "UID", "creationTimestamp": "CREATED"}}
        """
            .replace("UID", uid)
            .replace("CREATED", created));
  }

  void answers(String path, String body) {
    answers.put(path, body);
  }

  /** How many changes it cannot do before it does one. */
  void isBusyFor(int changes) {
    busy.set(changes);
  }

  /** What is said of every other path. */
  void saysOfTheRest(String body) {
    absent = body;
  }

  Path kubeconfig(Path directory) {
    try {
      return Files.writeString(
          directory.resolve("kubeconfig-" + server.getAddress().getPort()),
          """
          apiVersion: v1
          kind: Config
          current-context: fake
          contexts: [{name: fake, context: {cluster: fake, user: fake}}]
          clusters: [{name: fake, cluster: {server: "http://127.0.0.1:PORT"}}]
          users: [{name: fake, user: {token: none}}]
          """
              .replace("PORT", Integer.toString(server.getAddress().getPort())));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
