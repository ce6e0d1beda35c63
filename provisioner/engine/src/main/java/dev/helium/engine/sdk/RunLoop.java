package dev.helium.engine.sdk;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Waits for the tasks of a program, as the SDK's own loop does, but sleeps until one of them ends:
 * the SDK's asks again and again without a pause, which takes a whole core per program.
 */
public final class RunLoop {
  /** A task that was added meanwhile and failed is noticed after this time at the latest. */
  private static final long LONGEST_SLEEP_MILLISECONDS = 200;

  private RunLoop() {}

  /**
   * Completes a future when no task is left. Called from the SDK's runner in place of its own loop.
   *
   * @param tasks the tasks in flight; others are added while these run
   * @param drained what to complete
   * @param handleCompletion takes a finished task off the map, throwing what it failed with
   */
  public static void untilDone(
      Map<CompletableFuture<Void>, List<String>> tasks,
      CompletableFuture<Void> drained,
      Consumer<CompletableFuture<Void>> handleCompletion) {
    try {
      for (var task : tasks.keySet()) {
        if (task.isDone()) {
          handleCompletion.accept(task);
        }
      }
      var left = tasks.keySet().toArray(CompletableFuture<?>[]::new);
      if (left.length == 0) {
        drained.complete(null);
        return;
      }
      // Wrapped, because the SDK carries its deployment from thread to thread.
      var next =
          ContextAwareCompletableFuture.wrap(
                  CompletableFuture.anyOf(left)
                      .completeOnTimeout(null, LONGEST_SLEEP_MILLISECONDS, MILLISECONDS))
              .handle((result, failure) -> null)
              .thenRunAsync(() -> untilDone(tasks, drained, handleCompletion));
      next.exceptionally(
          failure -> {
            drained.completeExceptionally(failure);
            return null;
          });
    } catch (RuntimeException failure) {
      drained.completeExceptionally(failure);
    }
  }
}
