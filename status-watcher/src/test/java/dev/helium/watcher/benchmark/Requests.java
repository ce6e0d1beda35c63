package dev.helium.watcher.benchmark;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Requests to the API server as text, a bounded number of them under way: what they cost here is
 * not to be what limits them.
 */
final class Requests {
  private static final int MOST = 48;
  private static final int CONFLICT = 409;

  private final Semaphore free = new Semaphore(MOST);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final HttpClient http;
  private final URI server;

  Requests(KubernetesClient client) {
    this.http = client.getHttpClient();
    this.server = URI.create(client.getMasterUrl().toString());
  }

  /** Waits while too many are under way. */
  CompletableFuture<Void> create(String path, String object) {
    return send("POST", path, "application/json", object, () -> {});
  }

  /**
   * Waits while too many are under way.
   *
   * @param answered called when it was done; one that fails makes settling fail
   */
  void patch(String path, String patch, Runnable answered) {
    CompletableFuture<Void> _ =
        send("PATCH", path, "application/strategic-merge-patch+json", patch, answered);
  }

  /** Returns when none is under way. */
  void settle() {
    free.acquireUninterruptibly(MOST);
    free.release(MOST);
    if (failure.get() != null) {
      throw new IllegalStateException("a request failed", failure.get());
    }
  }

  private CompletableFuture<Void> send(
      String method, String path, String type, String body, Runnable answered) {
    free.acquireUninterruptibly();
    return http.sendAsync(
            http.newHttpRequestBuilder()
                .uri(server.resolve(path))
                .method(method, type, body)
                .build(),
            String.class)
        .thenAccept(
            answer -> {
              check(method, path, answer);
              answered.run();
            })
        .whenComplete(
            (done, failed) -> {
              failure.compareAndSet(null, failed);
              free.release();
            });
  }

  private static void check(String method, String path, HttpResponse<String> answer) {
    if (!answer.isSuccessful() && answer.code() != CONFLICT) {
      throw new IllegalStateException(
          method + " " + path + " was answered with " + answer.code() + ": " + answer.body());
    }
  }
}
