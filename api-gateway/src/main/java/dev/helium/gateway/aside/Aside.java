package dev.helium.gateway.aside;

import dev.helium.gateway.http.Problem;
import dev.helium.log.LogUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of one kind, on threads of its own: so much of it at once, and beyond that it is refused.
 */
public final class Aside {
  private static final Logger LOG = LoggerFactory.getLogger(Aside.class);
  private static final int RETRY_SECONDS = 5;

  private final String name;
  private final WorkerExecutor threads;
  private final Semaphore places;
  private final Duration longest;
  private final Problem busy;

  /**
   * @param name of the threads
   * @param atOnce how much goes on at the same time
   * @param most that is taken on, with what waits
   * @param longest that an answer is waited for; what takes longer keeps its place until it ends
   * @param busy what is said when it is refused
   */
  public Aside(Vertx vertx, String name, int atOnce, int most, Duration longest, Problem busy) {
    this.name = name;
    this.threads =
        vertx.createSharedWorkerExecutor(
            name, atOnce, 2 * longest.toMillis(), TimeUnit.MILLISECONDS);
    this.places = new Semaphore(most);
    this.longest = longest;
    this.busy = busy;
  }

  /** What comes of the work; a problem when the log does not let it come to its end in time. */
  public <T> Future<T> run(Callable<T> work) {
    if (!places.tryAcquire()) {
      return Future.failedFuture(busy.exception());
    }
    return threads
        .executeBlocking(work, false)
        .onComplete(ignored -> places.release())
        .timeout(longest.toMillis(), TimeUnit.MILLISECONDS)
        .recover(this::unavailable);
  }

  public Future<Void> close() {
    return threads.close();
  }

  private <T> Future<T> unavailable(Throwable failure) {
    if (failure instanceof LogUnavailableException || failure instanceof TimeoutException) {
      LOG.atWarn().addKeyValue("work", name).setCause(failure).log("the log was not ready in time");
      return Future.failedFuture(
          Problem.unavailable("The log does not answer in time.", RETRY_SECONDS).exception());
    }
    return Future.failedFuture(failure);
  }
}
