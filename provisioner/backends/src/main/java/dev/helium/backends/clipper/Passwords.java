package dev.helium.backends.clipper;

import dev.helium.backends.product.Values;
import java.util.Optional;

/**
 * Where the passwords of the database and the cache are, for them and for the API: in the secrets
 * made here, or in the user's. Where the user has brought only one of two, both sides read that
 * one, so that they never disagree.
 */
final class Passwords {
  static final String POSTGRES_KEY = "POSTGRES_PASSWORD";
  static final String REDIS_KEY = "REDIS_PASSWORD";
  static final String BACKEND_POSTGRES_KEY = "DB_PASSWORD";

  private static final String EXISTING = ".secrets.existingSecret";

  private final Values values;

  Passwords(Values values) {
    this.values = values;
  }

  /** A key of a secret. */
  record Place(String secret, String key) {}

  /** The secret of the API. */
  String backendSecret() {
    return existing(Names.BACKEND).orElse(Names.BACKEND_SECRET);
  }

  /** What the database is started with. */
  Place postgres() {
    return own(Names.POSTGRES, POSTGRES_KEY)
        .or(() -> backends(BACKEND_POSTGRES_KEY))
        .orElse(new Place(Names.POSTGRES_SECRET, POSTGRES_KEY));
  }

  /** What the cache is started with. */
  Place redis() {
    return own(Names.REDIS, REDIS_KEY)
        .or(() -> backends(REDIS_KEY))
        .orElse(new Place(Names.REDIS_SECRET, REDIS_KEY));
  }

  /** Where the API reads the database's password when not in its own secret. */
  Optional<Place> postgresForBackend() {
    return elsewhere("postgres", own(Names.POSTGRES, POSTGRES_KEY));
  }

  /** Where the API reads the cache's password when not in its own secret. */
  Optional<Place> redisForBackend() {
    return elsewhere("redis", own(Names.REDIS, REDIS_KEY));
  }

  private Optional<Place> elsewhere(String component, Optional<Place> place) {
    return existing(Names.BACKEND).isEmpty() && Plan.has(values, component)
        ? place
        : Optional.empty();
  }

  private Optional<Place> own(String component, String key) {
    return existing(component).map(secret -> new Place(secret, key));
  }

  private Optional<Place> backends(String key) {
    return Plan.has(values, "backend")
        ? existing(Names.BACKEND).map(secret -> new Place(secret, key))
        : Optional.empty();
  }

  private Optional<String> existing(String component) {
    return values.has(component + EXISTING)
        ? Optional.of(values.text(component + EXISTING))
        : Optional.empty();
  }
}
