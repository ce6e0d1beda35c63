package dev.helium.gateway.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Keys of every kind, each made once. */
final class TestKeys {
  private static final Map<String, PublicJsonWebKey> KEYS = new ConcurrentHashMap<>();

  private TestKeys() {}

  /** Of the kind that an algorithm signs with; those of RSA share one, as it takes its time. */
  static PublicJsonWebKey of(String algorithm) {
    String kind = algorithm.startsWith("RS") || algorithm.startsWith("PS") ? "RSA" : algorithm;
    return KEYS.computeIfAbsent(kind, TestKeys::make);
  }

  /** Another one than {@link #of} has, under an id. */
  static PublicJsonWebKey rsa(String id) {
    return KEYS.computeIfAbsent("RSA " + id, ignored -> named(id, make("RSA")));
  }

  static PublicJsonWebKey named(String id, PublicJsonWebKey key) {
    key.setKeyId(id);
    return key;
  }

  private static PublicJsonWebKey make(String algorithm) {
    try {
      PublicJsonWebKey key =
          switch (algorithm) {
            case "ES256" -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
            case "ES384" -> EcJwkGenerator.generateJwk(EllipticCurves.P384);
            case "ES512" -> EcJwkGenerator.generateJwk(EllipticCurves.P521);
            case "EdDSA" -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            default -> RsaJwkGenerator.generateJwk(2048);
          };
      return named("key-" + algorithm, key);
    } catch (JoseException failure) {
      throw new AssertionError(failure);
    }
  }
}
