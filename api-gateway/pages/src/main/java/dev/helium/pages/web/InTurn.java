package dev.helium.pages.web;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks the same about many, a few at a time. */
public final class InTurn {
  private static final int AT_ONCE = 8;

  private InTurn() {}

  /** What came of each, in their order; fails when one fails. */
  public static <T, R> Future<List<R>> each(List<T> items, Function<T, Future<R>> ask) {
    return from(0, items, ask, new ArrayList<>());
  }

  private static <T, R> Future<List<R>> from(
      int first, List<T> items, Function<T, Future<R>> ask, List<R> done) {
    if (first >= items.size()) {
      return Future.succeededFuture(List.copyOf(done));
    }
    int end = Math.min(first + AT_ONCE, items.size());
    List<Future<R>> asked = items.subList(first, end).stream().map(ask).toList();
    return Future.all(asked)
        .compose(
            all -> {
              done.addAll(all.<R>list());
              return from(end, items, ask, done);
            });
  }
}
