package dev.helium.gateway.identity;

import java.util.List;
import java.util.Optional;

/** Tokens that are handed out here, and that people sign in with. */
interface HandedTokens extends Proof {
  /**
   * Who has the token now that somebody signed in with; empty when it was taken back or is none of
   * these.
   *
   * @param print {@link TokenDigest#print} of the token
   */
  Optional<Identity> holder(Means means, String print);

  /** Those that are known, expired ones included; not the one for development. */
  List<HandedToken> known();
}
