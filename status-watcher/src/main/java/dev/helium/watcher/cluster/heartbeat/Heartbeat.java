package dev.helium.watcher.cluster.heartbeat;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pings a WebSocket and ends it when nothing comes back. Beats are counted, not time: a process
 * that was paused finds one beat missing and not hundreds.
 */
final class Heartbeat implements WebSocket.Listener {
  /** Beats in a row after which a silent socket is dead. */
  private static final int MOST_SILENT = 2;

  private final WebSocket.Listener listener;
  private final Executor later;
  private final AtomicInteger silent = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  Heartbeat(WebSocket.Listener listener, Executor later) {
    this.listener = listener;
    this.later = later;
  }

  @Override
  public void onOpen(WebSocket socket) {
    listener.onOpen(socket);
    later.execute(() -> beat(socket));
  }

  private void beat(WebSocket socket) {
    if (over.get() || socket.isInputClosed()) {
      return;
    }
    if (silent.getAndIncrement() >= MOST_SILENT) {
      die(socket, new IOException("the API server does not answer pings"));
      return;
    }
    if (!socket.isOutputClosed()) {
      // A ping that cannot be sent is a silent beat.
      socket.sendPing(ByteBuffer.allocate(0)).exceptionally(unsent -> socket);
    }
    later.execute(() -> beat(socket));
  }

  private void die(WebSocket socket, IOException why) {
    socket.abort();
    onError(socket, why);
  }

  @Override
  public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
    silent.set(0);
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
    silent.set(0);
    return listener.onPing(socket, message);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    silent.set(0);
    return listener.onText(socket, data, last);
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    silent.set(0);
    return listener.onBinary(socket, data, last);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
    return over.compareAndSet(false, true) ? listener.onClose(socket, statusCode, reason) : null;
  }

  /** At most once, and not after a close: an aborted socket may report an error of its own. */
  @Override
  public void onError(WebSocket socket, Throwable error) {
    if (over.compareAndSet(false, true)) {
      listener.onError(socket, error);
    }
  }
}
