package dev.helium.launcher.stub;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;

/** Answers as a Grafana does that is well. */
public final class StubGrafana {
  private StubGrafana() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server = StubService.server(Integer.parseInt(System.getenv("GF_SERVER_HTTP_PORT")));
    server.createContext(
        "/api/health", exchange -> StubService.answer(exchange, 200, "{\"database\":\"ok\"}"));
    server.start();
  }
}
