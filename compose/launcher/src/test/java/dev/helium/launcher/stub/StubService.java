package dev.helium.launcher.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process with a management port, and nothing behind it. */
public final class StubService {
  /** {@code LABEL=fails} or {@code LABEL=waits}, for one service. */
  public static final String BEHAVIOUR = "HELIUM_STUB";

  private StubService() {}

  public static void run(String label) throws IOException {
    String behaviour = System.getenv().getOrDefault(BEHAVIOUR, "");
    if (behaviour.equals(label + "=fails")) {
      System.err.println("the stub was told to fail");
      System.exit(3);
    }
    boolean ready = !behaviour.equals(label + "=waits");
    HttpServer server = server(Integer.parseInt(System.getenv("HELIUM_MANAGEMENT_PORT")));
    server.createContext(
        "/readyz",
        exchange -> {
          String checks = ready ? "ready" : "no connection";
          answer(exchange, ready ? 200 : 503, "{\"checks\":{\"kafka\":\"" + checks + "\"}}");
        });
    server.start();
    System.out.println(label + " started");
  }

  /** As the broker does it: a file with the process and the address. */
  public static void runBroker() throws IOException, InterruptedException {
    Path directory = Files.createDirectories(Path.of(System.getenv("HELIUM_BROKER_DIRECTORY")));
    Files.writeString(directory.resolve("ready"), ProcessHandle.current().pid() + " here\n");
    Thread.currentThread().join();
  }

  public static HttpServer server(int port) throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
  }

  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
