package dev.helium.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One event loop's HTTP server; several listen on the same port side by side. */
final class ApiServer extends VerticleBase {
  private static final int DRAIN_SECONDS = 15;

  private final Router router;
  private final HttpServerOptions options;
  private final Function<Vertx, Handler<HttpConnection>> connections;
  private final SocketAddress address;
  private HttpServer server;

  /**
   * @param router of this event loop alone
   * @param connections called on the event loop; its result is told of each connection
   */
  ApiServer(
      Router router,
      HttpServerOptions options,
      Function<Vertx, Handler<HttpConnection>> connections,
      SocketAddress address) {
    this.router = router;
    this.options = options;
    this.connections = connections;
    this.address = address;
  }

  @Override
  public Future<?> start() {
    server =
        vertx
            .createHttpServer(options)
            .connectionHandler(connections.apply(vertx))
            .invalidRequestHandler(Problems::answerInvalid)
            .requestHandler(new ReadablePaths(router));
    return server.listen(address);
  }

  /** Takes no new connection and lets what is under way end, within a bounded time. */
  Future<Void> drain() {
    return server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
  }

  HttpServer server() {
    return server;
  }
}
