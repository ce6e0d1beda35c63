package dev.helium.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The HTTP servers of a gateway, one for each of its event loops, on one port. */
public final class ApiServers {
  private final Vertx vertx;
  private final ApiRouter router;
  private final HttpServerOptions options;
  private final Function<Vertx, Handler<HttpConnection>> connections;
  private final List<ApiServer> servers = new CopyOnWriteArrayList<>();

  /**
   * @param connections called on each event loop; its result is told of each connection there
   */
  public ApiServers(
      Vertx vertx,
      ApiRouter router,
      HttpServerOptions options,
      Function<Vertx, Handler<HttpConnection>> connections) {
    this.vertx = vertx;
    this.router = router;
    this.options = options;
    this.connections = connections;
  }

  /**
   * Listens with so many event loops.
   *
   * @param port 0 takes a free one
   * @param loops at least 1
   */
  public Future<Void> listen(String host, int port, int loops) {
    if (loops == 0) {
      return Future.succeededFuture();
    }
    SocketAddress address = SocketAddress.inetSocketAddress(port, host);
    return vertx
        .executeBlocking(() -> router.create(vertx), false)
        .map(routes -> new ApiServer(routes, options, connections, address))
        .compose(server -> vertx.deployVerticle(server).onSuccess(ignored -> servers.add(server)))
        .compose(ignored -> listen(host, port(), loops - 1));
  }

  /** The port that is listened on, once it is. */
  public int port() {
    return servers.getFirst().server().actualPort();
  }

  /** Shows another certificate from the next connection on; fails when it cannot be used. */
  public Future<?> present(KeyCertOptions identity) {
    return Future.all(
        servers.stream()
            .map(
                each ->
                    each.server()
                        .updateSSLOptions(
                            options.getSslOptions().copy().setKeyCertOptions(identity)))
            .toList());
  }

  /** Takes no new connection and lets what is under way end, within a bounded time. */
  public Future<Void> drain() {
    return Future.join(servers.stream().map(ApiServer::drain).toList()).mapEmpty();
  }
}
