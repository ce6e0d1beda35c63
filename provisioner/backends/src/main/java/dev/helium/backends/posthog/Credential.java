package dev.helium.backends.posthog;

import dev.helium.backends.product.Secrets;
import dev.helium.backends.product.Values;
import java.util.Map;
import java.util.Optional;

/** A password, and where pods find it. */
sealed interface Credential {
  /** In a secret that this backend makes. */
  record Kept(String secret, String key, String value) implements Credential {
    @Override
    public String toString() {
      return secret + "/" + key;
    }
  }

  /** In a secret that is there already; only pods read it. */
  record Referenced(String secret, String key) implements Credential {}

  /** There is none. */
  record None() implements Credential {}

  /** The one that a value refers to, if it does; its key stands in another value. */
  static Optional<Credential> referenced(Values values, String secretPath, String keyPath) {
    return values.has(secretPath)
        ? Optional.of(new Referenced(values.text(secretPath), values.text(keyPath)))
        : Optional.empty();
  }

  /** The one that a value gives, if it does. */
  static Optional<Credential> given(Values values, String path, String secret, String key) {
    return values.has(path)
        ? Optional.of(new Kept(secret, key, values.text(path)))
        : Optional.empty();
  }

  /** The one that was made for this workspace. */
  static Credential generated(Secrets secrets, String name, String secret, String key) {
    return new Kept(secret, key, secrets.value(name));
  }

  /** What is to stand in one of this backend's secrets because of it. */
  default Map<String, String> contentOf(String name) {
    return this instanceof Kept(String secret, String key, String value) && secret.equals(name)
        ? Map.of(key, value)
        : Map.of();
  }

  /** The secret's name and key, for people; nothing when there is none. */
  default Optional<String> place() {
    return switch (this) {
      case Kept kept -> Optional.of(kept.secret() + "/" + kept.key());
      case Referenced there -> Optional.of(there.secret() + "/" + there.key());
      case None() -> Optional.empty();
    };
  }

  /** The secret's name; empty when there is none. */
  default String secretName() {
    return switch (this) {
      case Kept kept -> kept.secret();
      case Referenced there -> there.secret();
      case None() -> "";
    };
  }
}
