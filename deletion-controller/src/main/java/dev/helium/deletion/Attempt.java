package dev.helium.deletion;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** Steps that may fail before they have begun. */
public final class Attempt {
  private Attempt() {}

  /** A step that is refused by an exception has failed like one that fails later. */
  public static <T> Future<T> of(Supplier<Future<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException refused) {
      return Future.failedFuture(refused);
    }
  }
}
