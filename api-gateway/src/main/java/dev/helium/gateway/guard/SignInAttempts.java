package dev.helium.gateway.guard;

import dev.helium.gateway.http.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** How many sign-ins may fail. */
public interface SignInAttempts {
  /** Where as many may as like. */
  SignInAttempts UNLIMITED =
      new SignInAttempts() {
        @Override
        public Optional<Problem> begin(RoutingContext context, String credentials) {
          return Optional.empty();
        }

        @Override
        public void admitted(RoutingContext context) {}

        @Override
        public void failed(RoutingContext context) {}
      };

  /**
   * Counts it as a failure until somebody says that it is none, or it is answered otherwise than
   * with 401.
   *
   * @param credentials as the header {@code Authorization} says them
   * @return what is to be said when there were too many
   */
  Optional<Problem> begin(RoutingContext context, String credentials);

  /** Takes note that somebody was let in. */
  void admitted(RoutingContext context);

  /** Takes note that it is a failure, whatever is answered. */
  void failed(RoutingContext context);
}
