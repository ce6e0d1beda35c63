package dev.helium.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.TimeUnit;

/** One event loop's HTTP server; several listen on the same port side by side. */
public final class ApiServer extends VerticleBase {
  private static final int DRAIN_SECONDS = 15;

  private final ApiRouter router;
  private final Limits limits;
  private final String host;
  private final int port;
  private HttpServer server;

  public ApiServer(ApiRouter router, Limits limits, String host, int port) {
    this.router = router;
    this.limits = limits;
    this.host = host;
    this.port = port;
  }

  @Override
  public Future<?> start() {
    server =
        vertx
            .createHttpServer(ServerOptions.of(limits))
            .invalidRequestHandler(Problems::answerInvalid)
            .requestHandler(router.create(vertx));
    return server.listen(SocketAddress.inetSocketAddress(port, host));
  }

  /** Takes no new connection and lets what is under way end, within a bounded time. */
  public Future<Void> drain() {
    return server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
  }

  /** The port that is listened on. */
  public int port() {
    return server.actualPort();
  }
}
