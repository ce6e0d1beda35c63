package dev.helium.gateway.identity;

import java.util.Objects;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * What a signed token says about its signature, before anybody knows whether that is true.
 *
 * @param keyId of the key that it says it was signed with
 */
record JwtHeader(String keyId) {
  /**
   * Those with a key that only the issuer has. Neither none nor one for which the issuer's public
   * key would do as a secret.
   */
  static final Set<String> ALGORITHMS =
      Set.of(
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.EDDSA);

  JwtHeader {
    Objects.requireNonNull(keyId, "keyId");
  }

  /** Whether a token is made like a signed one: three parts, the last of which may be empty. */
  static boolean isIn(String token) {
    return token.chars().filter(character -> character == '.').count() == 2;
  }

  /** The header of such a token, or a problem. */
  static JwtHeader of(String token) {
    JsonWebStructure signed = parse(token);
    if (!ALGORITHMS.contains(text(signed, "alg"))) {
      throw Unauthorized.invalid("The token is not signed by an algorithm that is accepted.");
    }
    String keyId = text(signed, "kid");
    if (keyId.isEmpty()) {
      throw Unauthorized.invalid("The token does not name the key that it is signed with.");
    }
    return new JwtHeader(keyId);
  }

  private static JsonWebStructure parse(String token) {
    try {
      return JsonWebStructure.fromCompactSerialization(token);
    } catch (JoseException notSigned) {
      throw Unauthorized.invalid("The token is not a signed one.");
    }
  }

  /** Empty when the header does not say it, or says something else than text. */
  private static String text(JsonWebStructure signed, String name) {
    return signed.getObjectHeader(name) instanceof String text ? text : "";
  }
}
