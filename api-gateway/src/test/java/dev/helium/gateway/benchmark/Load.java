package dev.helium.gateway.benchmark;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** Sends requests to one server of this machine, over some connections that are kept. */
final class Load implements AutoCloseable {
  private static final int CONNECTIONS = 64;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final HttpClient client;
  private final int port;

  Load(int port) {
    this.port = port;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAliveTimeout(30),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /**
   * Sends at an even rate, each when it is due, whether or not those before have been answered;
   * time counts from when it was due. Returns when all are answered.
   */
  Outcome steady(LongFunction<Ask> asks, int rate, Duration length) throws InterruptedException {
    Outcome outcome = new Outcome();
    long count = rate * length.toSeconds();
    CountDownLatch left = new CountDownLatch(Math.toIntExact(count));
    long start = System.nanoTime();
    for (long number = 0; number < count; number++) {
      long due = start + number * 1_000_000_000L / rate;
      waitUntil(due);
      Ask ask = asks.apply(number);
      context.runOnContext(ignored -> send(ask, due, outcome).onComplete(over -> left.countDown()));
    }
    await(left);
    outcome.end();
    return outcome;
  }

  /** Sends as fast as answers come, with so many under way. */
  Outcome asFastAsItGoes(LongFunction<Ask> asks, int underWay, Duration length)
      throws InterruptedException {
    Outcome outcome = new Outcome();
    Semaphore places = new Semaphore(underWay);
    long end = System.nanoTime() + length.toNanos();
    for (long number = 0; System.nanoTime() < end; number++) {
      places.acquire();
      Ask ask = asks.apply(number);
      context.runOnContext(
          ignored -> send(ask, System.nanoTime(), outcome).onComplete(over -> places.release()));
    }
    if (!places.tryAcquire(underWay, LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("some requests are not answered");
    }
    outcome.end();
    return outcome;
  }

  /** The answer to one request, and its body. */
  Answer once(Ask ask) throws Exception {
    return exchange(ask)
        .compose(
            response ->
                response
                    .body()
                    .map(
                        body ->
                            new Answer(response.statusCode(), response.getHeader("etag"), body)))
        .await(LONGEST.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws TimeoutException {
    vertx.close().await(LONGEST.toSeconds(), TimeUnit.SECONDS);
  }

  private Future<Void> send(Ask ask, long due, Outcome outcome) {
    return exchange(ask)
        .compose(response -> response.body().map(response.statusCode()))
        .otherwise(Outcome.NONE)
        .onSuccess(status -> outcome.add(status, System.nanoTime() - due))
        .mapEmpty();
  }

  private Future<HttpClientResponse> exchange(Ask ask) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(ask.method())
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(ask.path());
    ask.headers().forEach(options::putHeader);
    return client.request(options).compose(request -> request.send(ask.body()));
  }

  private static void await(CountDownLatch left) throws InterruptedException {
    if (!left.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(left.getCount() + " requests are not answered");
    }
  }

  private static void waitUntil(long instant) {
    for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /**
   * An answer.
   *
   * @param tag null when it has none
   */
  record Answer(int status, String tag, Buffer body) {}
}
