package dev.helium.deletion.cluster;

import dev.helium.deletion.Attempt;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.Function;

/**
 * Reads pages one after the other with a rest after each, and holds one at a time, however many
 * there are: a page of a hundred objects takes some 4 MiB. A chain of futures would hold them all
 * until the last.
 */
final class PageWalk {
  /** Where pages come from. */
  @FunctionalInterface
  interface Pages {
    /** The page that begins there; the first begins at the empty string. */
    Future<LabelledPages.Page> from(String place);
  }

  private final Pages pages;
  private final PageHandler handler;
  private final Function<Duration, Future<Void>> rest;
  private final Promise<Void> end = Promise.promise();

  private PageWalk(Pages pages, PageHandler handler, Function<Duration, Future<Void>> rest) {
    this.pages = pages;
    this.handler = handler;
    this.rest = rest;
  }

  /**
   * Completes after the rest that follows the last page, and fails with the first failure.
   *
   * @param rest after what took so long
   */
  static Future<Void> through(
      Pages pages, PageHandler handler, Function<Duration, Future<Void>> rest) {
    PageWalk walk = new PageWalk(pages, handler, rest);
    walk.step("");
    return walk.end.future();
  }

  private void step(String place) {
    long began = System.nanoTime();
    Attempt.of(() -> pages.from(place))
        .map(
            page -> {
              handler.take(page);
              return page.next();
            })
        .onFailure(end::fail)
        .onSuccess(next -> goOn(next, Duration.ofNanos(System.nanoTime() - began)));
  }

  private void goOn(String next, Duration took) {
    Attempt.of(() -> rest.apply(took))
        .onFailure(end::fail)
        .onSuccess(
            ignored -> {
              if (next.isEmpty()) {
                end.complete();
              } else {
                step(next);
              }
            });
  }
}
