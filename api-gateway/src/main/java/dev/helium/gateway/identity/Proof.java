package dev.helium.gateway.identity;

import io.vertx.core.Future;
import java.util.Optional;

/** One kind of token, and who has one. */
interface Proof {
  /**
   * Whose token it is; empty when it is none of this kind. Fails with a problem when it is and
   * nobody is let in with it.
   */
  Future<Optional<Identity>> of(String token);

  /** Completes when tokens can be asked about. */
  default Future<Void> start() {
    return Future.succeededFuture();
  }

  /** Ends what goes on beside the questions. */
  default Future<Void> close() {
    return Future.succeededFuture();
  }
}
