package dev.helium.gateway.identity;

import io.vertx.core.Future;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import org.jose4j.jwt.JwtClaims;

/** Tokens by which an issuer says who has signed in, as an answer to one sign-in. */
final class IdTokens {
  private final OidcClient client;
  private final IssuerKeys keys;
  private final IssuedName names;
  private final JwtCheck check;

  IdTokens(URI issuer, OidcClient client, IssuerKeys keys, IssuedName names, InstantSource clock) {
    this.client = client;
    this.keys = keys;
    this.names = names;
    this.check = new JwtCheck(issuer, client.id(), clock);
  }

  /**
   * Who it names. Fails with a problem when it is not the issuer's, or for another sign-in; with a
   * {@link NobodyHereException} for whom no group lets in.
   */
  Future<Identity> of(String token, String nonce) {
    if (!JwtHeader.isIn(token)) {
      throw Unauthorized.invalid("The issuer's token is not a signed one.");
    }
    return keys.find(JwtHeader.of(token).keyId())
        .map(key -> check.claims(token, key.orElseThrow(SignedTokens::unknownKey)))
        .map(claims -> of(claims, nonce));
  }

  private Identity of(JwtClaims claims, String nonce) {
    if (!(claims.getClaimValue("nonce") instanceof String said) || !isSame(said, nonce)) {
      throw Unauthorized.invalid("The issuer's token is for another sign-in.");
    }
    Object party = claims.getClaimValue("azp");
    boolean isForSeveral =
        claims.getClaimValue("aud") instanceof List<?> audiences && audiences.size() > 1;
    if (party == null ? isForSeveral : !party.equals(client.id())) {
      throw Unauthorized.invalid("The issuer's token was made for another client.");
    }
    return names.of(claims);
  }

  private static boolean isSame(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
