package dev.helium.backends.product;

import dev.helium.backends.SecretMaterial;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets of nobody, in the shape of real ones, for objects that are only looked at. */
final class ExampleSecrets {
  private ExampleSecrets() {}

  static Secrets of(List<GeneratedSecret> secrets) {
    Map<String, String> values = new LinkedHashMap<>();
    for (GeneratedSecret secret : secrets) {
      switch (secret) {
        case GeneratedSecret.Text(String name, int length) -> values.put(name, "x".repeat(length));
        case GeneratedSecret.Hexadecimal(String name, int bytes) ->
            values.put(name, "0f".repeat(bytes));
        case GeneratedSecret.RsaKeys(String name) -> {
          values.put(name + "-private", Keys.PAIR.get("example-private"));
          values.put(name + "-public", Keys.PAIR.get("example-public"));
        }
      }
    }
    return new Secrets(values, Instant.EPOCH);
  }

  /** Made when first asked for: finding a pair takes a tenth of a second. */
  private static final class Keys {
    private static final Map<String, String> PAIR =
        new SecretMaker(SecretMaterial.ofExamples()).make(new GeneratedSecret.RsaKeys("example"));
  }
}
