package dev.helium.gateway.webhook.delivery;

import dev.helium.gateway.webhook.address.Destination;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Posts to an address that was checked, under the name of its host, over HTTP/1.1. No redirect is
 * followed, and nothing of an answer is kept but its status and {@code Retry-After}.
 *
 * <p>One client for all webhooks: trusted certificates are read once. What one webhook may have
 * open is bounded by those who call this, so the pool is never what somebody waits for.
 */
final class Poster {
  private static final int CONNECTIONS = 100_000;
  private static final int WAITING = 1_000;
  private static final int KEPT_SECONDS = 20;
  private static final int LARGEST_HEAD = 16 * 1024;

  private final Vertx vertx;
  private final HttpClient client;
  private final DeliverySettings settings;

  /**
   * @param options such as certificates to trust
   */
  Poster(Vertx vertx, DeliverySettings settings, HttpClientOptions options) {
    this.vertx = vertx;
    this.settings = settings;
    this.client =
        vertx.createHttpClient(
            options
                .setVerifyHost(true)
                .setKeepAliveTimeout(KEPT_SECONDS)
                .setMaxHeaderSize(LARGEST_HEAD)
                .setDecompressionSupported(false),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
  }

  /**
   * Fails when there is no answer; with a {@link NoAnswerException} when that took too long.
   *
   * @param longest from now until the end of the answer
   */
  Future<Answer> post(
      Destination to, InetSocketAddress address, MultiMap headers, Buffer body, Duration longest) {
    Exchange exchange = new Exchange(vertx, settings.largestAnswer(), longest);
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(address))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setURI(to.target())
                .setHeaders(headers)
                .setFollowRedirects(false)
                .setConnectTimeout(Math.max(1, longest.toMillis())))
        .onSuccess(request -> exchange.send(request, body))
        .onFailure(exchange::fail);
    return exchange.answer();
  }

  Future<Void> close() {
    return client.close();
  }
}
