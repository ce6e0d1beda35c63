package dev.helium.gateway.identity;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The keys that an issuer published at some time.
 *
 * @param keys public ones, by their id
 */
record SeenKeys(Map<String, JsonWebKey> keys, Instant at) {
  /** How long keys count when no newer ones can be had. */
  static final Duration LONGEST = Duration.ofHours(6);

  private static final int MOST = 100;

  SeenKeys {
    keys = Map.copyOf(keys);
  }

  /** What a set of keys holds; fails when that cannot be used. */
  static SeenKeys of(JsonObject published, Instant at) {
    Map<String, JsonWebKey> keys = new HashMap<>();
    try {
      for (JsonWebKey key : new JsonWebKeySet(published.encode()).getJsonWebKeys()) {
        if (key instanceof PublicJsonWebKey && key.getKeyId() != null && keys.size() < MOST) {
          keys.put(key.getKeyId(), key);
        }
      }
    } catch (JoseException invalid) {
      throw new IllegalStateException("the keys are not a set of keys", invalid);
    }
    if (keys.isEmpty()) {
      throw new IllegalStateException("there is no public key with an id among the keys");
    }
    return new SeenKeys(keys, at);
  }

  Optional<JsonWebKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  boolean isTooOld(Instant now) {
    return now.isAfter(at.plus(LONGEST));
  }
}
