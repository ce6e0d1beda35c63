package dev.helium.gateway.webhook;

import dev.helium.gateway.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/**
 * Does one thing after the other, so that each sees what the one before has changed; {@value #MOST}
 * may wait. Safe for any thread.
 */
final class InTurn {
  private static final int MOST = 64;
  private static final int RETRY_SECONDS = 5;

  private Future<?> last = Future.succeededFuture();
  private int waiting;

  /** Begins when all that came before has ended; a problem when too many wait. */
  <T> Future<T> run(Supplier<Future<T>> step) {
    Promise<T> promise = Promise.promise();
    Future<?> before;
    synchronized (this) {
      if (waiting >= MOST) {
        return Future.failedFuture(
            Problem.unavailable("Too many webhooks are being changed already.", RETRY_SECONDS)
                .exception());
      }
      waiting++;
      before = last;
      last = promise.future();
    }
    before.onComplete(
        ignored ->
            begin(step)
                .onComplete(
                    result -> {
                      left();
                      promise.handle(result);
                    }));
    return promise.future();
  }

  private synchronized void left() {
    waiting--;
  }

  private static <T> Future<T> begin(Supplier<Future<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException problem) {
      return Future.failedFuture(problem);
    }
  }
}
