package dev.helium.gateway.context;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Futures that somebody else completes, completed where they were asked for. */
public final class OnContext {
  private OnContext() {}

  /** The same future, completed on the context that calls this. */
  public static <T> Future<T> of(Vertx vertx, Future<T> elsewhere) {
    return of(vertx.getOrCreateContext(), elsewhere);
  }

  /** The same future, completed on a context. */
  public static <T> Future<T> of(Context context, Future<T> elsewhere) {
    Promise<T> promise = Promise.promise();
    elsewhere.onComplete(result -> context.runOnContext(ignored -> promise.handle(result)));
    return promise.future();
  }
}
