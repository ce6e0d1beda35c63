package dev.helium.gateway.stream;

import dev.helium.gateway.identity.Identity;
import io.vertx.core.Future;

/** Finds out once more who it is that listens. */
@FunctionalInterface
interface Admission {
  /** Fails with a problem that says so when it is nobody any more. From any thread. */
  Future<Identity> again();
}
