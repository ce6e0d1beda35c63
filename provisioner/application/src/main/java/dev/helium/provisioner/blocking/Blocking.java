package dev.helium.provisioner.blocking;

import dev.helium.log.LogUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what waits for the log beside those who must not wait, and waits for them. */
public final class Blocking {
  private Blocking() {}

  /** What may wait for the log. */
  @FunctionalInterface
  public interface Work {
    void run() throws LogUnavailableException;
  }

  /**
   * Completes when the work is done; fails as it does.
   *
   * @param name of the thread that it runs on
   */
  public static Future<Void> run(String name, Work work) {
    Promise<Void> promise = Promise.promise();
    Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                work.run();
                promise.complete();
              } catch (LogUnavailableException | RuntimeException failure) {
                promise.fail(failure);
              } catch (Error fault) {
                // Such as a class that is missing: whoever waits has to hear of it too.
                promise.fail(fault);
                throw fault;
              }
            });
    return promise.future();
  }

  /** What somebody else finds out, for a thread that may wait. */
  public static <T> T await(Future<T> future, Duration longest) throws LogUnavailableException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new LogUnavailableException("the log does not answer", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted while waiting for the log", interrupted);
    }
  }
}
