package dev.helium.gateway.pages;

import dev.helium.gateway.http.ApiRouter;
import dev.helium.gateway.http.ApiServers;
import dev.helium.gateway.http.BoundedBody;
import dev.helium.gateway.http.Limits;
import dev.helium.gateway.http.ServerOptions;
import dev.helium.pages.Api;
import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.Visitor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The API as this process asks itself, over a port of its own on the loopback address: by the same
 * routes, limits and records as for anybody else, on behalf of whoever looks at a page.
 *
 * <p>At most {@value #MOST} requests at once, {@value #LARGEST} bytes of each answer, and {@value
 * #LONGEST_SECONDS} s.
 */
public final class InnerApi implements Api {
  private static final String HERE = "127.0.0.1";
  private static final int MOST = 256;
  private static final int CONNECTIONS = 64;
  private static final int LARGEST = 8 * 1024 * 1024;

  /** Longer than any decision is waited for. */
  private static final int LONGEST_SECONDS = 75;

  private static final int CONNECT_MILLISECONDS = 3_000;

  /** What says who asks is said here, and what is about the connection is the client's. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "cookie",
          "expect",
          "gap-auth",
          "host",
          "traceparent",
          "transfer-encoding",
          "upgrade",
          Passes.HEADER);

  private final ApiServers servers;
  private final HttpClient client;
  private final Passes passes;
  private final Semaphore places = new Semaphore(MOST);

  /**
   * @param router that asks the passes who it is
   */
  InnerApi(Vertx vertx, ApiRouter router, Passes passes) {
    this.passes = passes;
    this.servers =
        new ApiServers(
            vertx, router, ServerOptions.of(Limits.DEFAULT), ignored -> connection -> {});
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_MILLISECONDS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(MOST));
  }

  /** Completes when it can be asked. */
  Future<Void> start() {
    return servers.listen(HERE, 0, 1);
  }

  /** Once no page is asked for any more. */
  Future<Void> close() {
    return client.close().eventually(servers::drain);
  }

  int port() {
    return servers.port();
  }

  @Override
  public Future<ApiAnswer> ask(Visitor visitor, ApiCall call) {
    GatewayVisitor ours = GatewayVisitors.ours(visitor);
    if (!places.tryAcquire()) {
      return Future.failedFuture("too many pages ask the API already");
    }
    String pass = passes.give(ours.identity(), ours.address());
    return client
        .request(
            new RequestOptions()
                .setHost(HERE)
                .setPort(servers.port())
                .setMethod(call.method())
                .setURI(call.uri())
                // What nobody waits for any more is not gone on with.
                .setIdleTimeout(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS)))
        .compose(request -> send(request, call, ours, pass))
        .compose(InnerApi::answer)
        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .onComplete(
            ignored -> {
              passes.takeBack(pass);
              places.release();
            });
  }

  private static Future<HttpClientResponse> send(
      HttpClientRequest request, ApiCall call, GatewayVisitor visitor, String pass) {
    call.headers()
        .forEach(
            (name, value) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                request.putHeader(name, value);
              }
            });
    request.putHeader(Passes.HEADER, pass);
    if (!visitor.trace().isNone()) {
      request.putHeader("traceparent", visitor.trace().text());
    }
    return call.body().length() == 0 ? request.send() : request.send(call.body());
  }

  private static Future<ApiAnswer> answer(HttpClientResponse response) {
    return BoundedBody.of(response, LARGEST, "the API's answer")
        .map(body -> new ApiAnswer(response.statusCode(), response.headers(), body));
  }
}
