package dev.helium.engine.provider;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells every part of a run to begin nothing new. It can be pulled once and stays pulled. */
public final class Cancellation {
  private final CompletableFuture<EngineException> pulled = new CompletableFuture<>();

  /** Cancels for a reason; only the first one counts. */
  public void cancel(FailureClass reason, String message) {
    pulled.complete(new EngineException(reason, message));
  }

  public boolean isCancelled() {
    return pulled.isDone();
  }

  /** Throws when cancelled. */
  public void check() {
    if (pulled.isDone()) {
      throw reason();
    }
  }

  /** Waits for a while; throws when cancelled meanwhile. */
  public void pause(Duration time) {
    try {
      pulled.get(time.toNanos(), TimeUnit.NANOSECONDS);
      throw reason();
    } catch (TimeoutException over) {
      // The pause is over and nobody cancelled: go on.
      return;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineException(FailureClass.CANCELLED, "cancelled", interrupted);
    }
  }

  /** Ends a wait of someone else as soon as this is cancelled. */
  public void onCancel(Runnable action) {
    var _ = pulled.thenRun(action);
  }

  private EngineException reason() {
    var first = pulled.resultNow();
    return new EngineException(first.failure(), first);
  }

  /**
   * Waits for a future at most this long; the wait of a run that is cancelled goes on, its calls
   * must end cleanly.
   */
  public static <T> T await(Future<T> future, Duration time)
      throws ExecutionException, TimeoutException {
    try {
      return future.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineException(FailureClass.CANCELLED, "cancelled", interrupted);
    }
  }
}
