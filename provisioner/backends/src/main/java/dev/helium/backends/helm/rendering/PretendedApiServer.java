package dev.helium.backends.helm.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What Helm takes for the API server that it installs into. It offers the kinds of the real one and
 * has no objects, so that every look-up finds nothing. Definitions are accepted; the release is
 * taken and refused, at which Helm ends: everything is rendered by then and nothing was made.
 */
final class PretendedApiServer implements AutoCloseable {
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  private static final int PASSWORD_BYTES = 32;
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;

  /** In its address: others on this machine can reach the loopback too. */
  private final String password = password();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, JsonNode> definitions = new TreeMap<>();
  private final Resources offered;
  private Resources resources;
  private Optional<byte[]> release = Optional.empty();

  private PretendedApiServer(HttpServer server, Resources resources) {
    this.server = server;
    this.offered = resources;
    this.resources = resources;
  }

  static PretendedApiServer start(Resources resources) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    PretendedApiServer pretended = new PretendedApiServer(server, resources);
    server.setExecutor(pretended.threads);
    server.createContext("/" + pretended.password, pretended::answer);
    server.start();
    return pretended;
  }

  /** The way to it. */
  String kubeconfig() {
    return """
    apiVersion: v1
    kind: Config
    current-context: pretended
    contexts: [{name: pretended, context: {cluster: pretended, user: nobody}}]
    clusters: [{name: pretended, cluster: {server: "http://127.0.0.1:%d/%s"}}]
    users: [{name: nobody, user: {}}]
    """
        .formatted(server.getAddress().getPort(), password);
  }

  /** The secret with the release that Helm wanted to keep, as it was sent. */
  synchronized Optional<byte[]> release() {
    return release;
  }

  /** A JSON list of the definitions that Helm made before everything else. */
  synchronized String definitions() {
    ArrayNode list = JSON.createArrayNode();
    definitions.values().forEach(list::add);
    return list.toString();
  }

  /** Is again as it was at first. */
  synchronized void forget() {
    release = Optional.empty();
    definitions.clear();
    resources = offered;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1 + password.length());
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
    switch (exchange.getRequestMethod()) {
      case "GET" -> {
        String found = find(path);
        send(exchange, found.isEmpty() ? 404 : 200, found.isEmpty() ? status(404) : found);
      }
      case "POST" -> {
        if (path.equals(DEFINITIONS)) {
          send(exchange, 201, define(body));
        } else if (path.endsWith("/secrets")) {
          take(body);
          send(exchange, 403, status(403));
        } else {
          send(exchange, 403, status(403));
        }
      }
      default -> send(exchange, 403, status(403));
    }
  }

  private static String password() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Empty for nothing. */
  private synchronized String find(String path) {
    if (resources.documents().containsKey(path)) {
      return resources.documents().get(path);
    }
    if (path.endsWith("/secrets")) {
      return "{\"kind\":\"SecretList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[]}";
    }
    return path.startsWith(DEFINITIONS + "/")
        ? established(path.substring(DEFINITIONS.length() + 1))
        : "";
  }

  private String established(String name) {
    if (!(definitions.get(name) instanceof ObjectNode definition)) {
      return "";
    }
    ObjectNode served = definition.deepCopy();
    ArrayNode conditions = served.putObject("status").putArray("conditions");
    conditions.addObject().put("type", "NamesAccepted").put("status", "True");
    conditions.addObject().put("type", "Established").put("status", "True");
    return served.toString();
  }

  private synchronized String define(byte[] body) throws IOException {
    JsonNode definition = JSON.readTree(body);
    definitions.put(definition.path("metadata").path("name").asText(), definition);
    resources = resources.with(definition);
    return definition.toString();
  }

  private synchronized void take(byte[] body) {
    release = Optional.of(body);
  }

  private static String status(int code) {
    return """
    {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"%s","code":%d,"message":"no"}\
    """
        .formatted(reason(code), code);
  }

  private static String reason(int code) {
    return code == 404 ? "NotFound" : "Forbidden";
  }

  private static void send(HttpExchange exchange, int code, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
