package dev.helium.domain.trial;

import dev.helium.domain.ExpiryPolicy;

/** Which policy holds for whom. */
@FunctionalInterface
public interface PolicyChoice {
  /**
   * The policy for a workspace.
   *
   * @param owner who created it; empty when unknown
   */
  ExpiryPolicy of(String backend, String owner);
}
