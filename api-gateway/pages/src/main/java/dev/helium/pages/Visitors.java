package dev.helium.pages;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Finds out who looks at pages. */
public interface Visitors {
  /** Empty when it is nobody who is known: they are to sign in. */
  Future<Optional<Visitor>> of(RoutingContext context);

  /**
   * Whether a change comes from a form that this visitor was shown: not from a page of another
   * origin, and with the right token.
   *
   * @param formToken what the request brought; may be empty
   */
  boolean isFromForm(RoutingContext context, Visitor visitor, String formToken);
}
