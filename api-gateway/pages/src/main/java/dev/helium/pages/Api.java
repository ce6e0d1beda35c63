package dev.helium.pages;

import io.vertx.core.Future;

/** The public API, asked on behalf of somebody. */
@FunctionalInterface
public interface Api {
  /**
   * Asks as the visitor: what they may not do is refused, and what they do is written down, as if
   * they had asked themselves.
   *
   * @return whatever was answered, refusals too; fails only when nothing was
   */
  Future<ApiAnswer> ask(Visitor visitor, ApiCall call);
}
