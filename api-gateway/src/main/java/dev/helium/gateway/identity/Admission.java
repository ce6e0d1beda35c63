package dev.helium.gateway.identity;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Finds out who asks. */
@FunctionalInterface
public interface Admission {
  /**
   * Who it is; {@link Authentication#identity} says it from then on. Fails with a problem, or
   * throws it, when that is nobody who is let in.
   */
  Future<Identity> admit(RoutingContext context);
}
