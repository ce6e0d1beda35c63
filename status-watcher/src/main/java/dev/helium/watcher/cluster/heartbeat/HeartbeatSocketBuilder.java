package dev.helium.watcher.cluster.heartbeat;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Opens WebSockets that are pinged for as long as they are open. */
final class HeartbeatSocketBuilder implements WebSocket.Builder {
  private static final int UNAVAILABLE = 503;

  private final WebSocket.Builder builder;
  private final Executor later;

  HeartbeatSocketBuilder(WebSocket.Builder builder, Executor later) {
    this.builder = builder;
    this.later = later;
  }

  @Override
  public CompletableFuture<WebSocket> buildAsync(URI uri, WebSocket.Listener listener) {
    return builder
        .buildAsync(uri, new Heartbeat(listener, later))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(withoutFallback(failure)));
  }

  /**
   * The Kubernetes client takes a 503 for a server without WebSockets and watches by plain requests
   * from then on, which have no heartbeat; but it is what an API server says while it starts.
   */
  private static Throwable withoutFallback(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof WebSocketHandshakeException handshake
            && handshake.getResponse().statusCode() == UNAVAILABLE
        ? new IOException("the API server is not available yet (503)")
        : cause;
  }

  @Override
  public WebSocket.Builder header(String name, String value) {
    builder.header(name, value);
    return this;
  }

  @Override
  public WebSocket.Builder connectTimeout(Duration timeout) {
    builder.connectTimeout(timeout);
    return this;
  }

  @Override
  public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
    builder.subprotocols(mostPreferred, lesserPreferred);
    return this;
  }
}
