package dev.helium.gateway.identity;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who has signed in with the browser that a request comes from. */
@FunctionalInterface
public interface SignedIn {
  /** Where nobody can. */
  SignedIn NOBODY = context -> Future.succeededFuture(Optional.empty());

  /** Empty when nobody has, or not for now. Fails with a problem while that cannot be said. */
  Future<Optional<Identity>> in(RoutingContext context);
}
