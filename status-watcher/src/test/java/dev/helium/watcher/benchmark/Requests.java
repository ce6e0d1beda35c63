package dev.helium.watcher.benchmark;

import io.fabric8.kubernetes.client.Config;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Requests to the API server as text, a bounded number of them under way: what they cost here is
 * not to be what limits them. Not by the Kubernetes client, which takes a third of a core for 200 a
 * second that the watcher would then lack.
 */
final class Requests {
  private static final int MOST = 48;
  private static final int CONFLICT = 409;
  private static final long LONGEST_MILLISECONDS = 30_000;

  private final Semaphore free = new Semaphore(MOST);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final HttpClient http;

  /**
   * All connections are this one's: an answer on another's is at its end before it is looked at.
   */
  private final Context context;

  Requests(Vertx vertx, Config server) {
    this.context = vertx.getOrCreateContext();
    URI address = URI.create(server.getMasterUrl());
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setSsl(true)
                .setTrustOptions(new PemTrustOptions().addCertValue(text(server.getCaCertData())))
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .addCertValue(text(server.getClientCertData()))
                        .addKeyValue(text(server.getClientKeyData())))
                .setVerifyHost(false)
                .setDefaultHost(address.getHost())
                .setDefaultPort(address.getPort()),
            new PoolOptions().setHttp1MaxSize(MOST));
  }

  /** Waits while too many are under way. */
  CompletableFuture<Void> create(String path, String object) {
    return send(HttpMethod.POST, path, "application/json", object, () -> {});
  }

  /**
   * Waits while too many are under way.
   *
   * @param answered called when it was done; one that fails makes settling fail
   */
  void patch(String path, String patch, Runnable answered) {
    CompletableFuture<Void> _ =
        send(HttpMethod.PATCH, path, "application/strategic-merge-patch+json", patch, answered);
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
      HttpMethod method, String path, String type, String body, Runnable answered) {
    free.acquireUninterruptibly();
    Promise<Void> done = Promise.promise();
    context.runOnContext(_ -> exchange(method, path, type, body, answered).onComplete(done));
    return done.future()
        .onComplete(
            (_, failed) -> {
              failure.compareAndSet(null, failed);
              free.release();
            })
        .toCompletionStage()
        .toCompletableFuture();
  }

  private Future<Void> exchange(
      HttpMethod method, String path, String type, String body, Runnable answered) {
    return http.request(
            new RequestOptions()
                .setMethod(method)
                .setURI(path)
                .setIdleTimeout(LONGEST_MILLISECONDS)
                .putHeader("Content-Type", type))
        .compose(request -> request.send(body))
        .compose(answer -> check(method, path, answer, answered));
  }

  private static Future<Void> check(
      HttpMethod method, String path, HttpClientResponse answer, Runnable answered) {
    int code = answer.statusCode();
    if (code < 300 || code == CONFLICT) {
      answered.run();
      return answer.end();
    }
    return answer
        .body()
        .compose(
            text ->
                Future.failedFuture(
                    new IllegalStateException(
                        method + " " + path + " was answered with " + code + ": " + text)));
  }

  private static Buffer text(String encoded) {
    return Buffer.buffer(Base64.getDecoder().decode(encoded));
  }
}
