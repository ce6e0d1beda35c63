package dev.helium.backends.product;

import com.pulumi.Config;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.SecretMaterial;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where the secrets of a workspace are kept: in its stack's configuration, encrypted. */
final class SecretConfiguration {
  private static final String PROJECT = "helium:";
  private static final String PREFIX = "secret-";
  private static final String MADE_AT = "secrets-made-at";

  private SecretConfiguration() {}

  /** Of all entries; none without secrets. */
  static Set<String> keys(List<GeneratedSecret> secrets) {
    Set<String> keys = new TreeSet<>();
    for (GeneratedSecret secret : secrets) {
      SecretMaker.names(secret).forEach(name -> keys.add(PROJECT + PREFIX + name));
      keys.add(PROJECT + MADE_AT);
    }
    return keys;
  }

  /** What is missing of the secrets' entries. A pair of keys is made as one. */
  static Map<String, ConfigEntry> missing(
      List<GeneratedSecret> secrets, Set<String> kept, SecretMaterial material, Instant now) {
    Map<String, ConfigEntry> missing = new LinkedHashMap<>();
    SecretMaker maker = new SecretMaker(material);
    for (GeneratedSecret secret : secrets) {
      boolean whole =
          SecretMaker.names(secret).stream()
              .allMatch(name -> kept.contains(PROJECT + PREFIX + name));
      if (!whole) {
        maker
            .make(secret)
            .forEach(
                (name, value) ->
                    missing.put(PROJECT + PREFIX + name, new ConfigEntry(value, true)));
      }
    }
    if (!secrets.isEmpty() && !kept.contains(PROJECT + MADE_AT)) {
      missing.put(PROJECT + MADE_AT, new ConfigEntry(now.toString(), false));
    }
    return missing;
  }

  /**
   * The secrets as a program finds them.
   *
   * @param config of the project
   */
  static Secrets read(List<GeneratedSecret> secrets, Config config) {
    Map<String, String> values = new LinkedHashMap<>();
    for (GeneratedSecret secret : secrets) {
      for (String name : SecretMaker.names(secret)) {
        Optional<String> value = config.get(PREFIX + name);
        values.put(
            name,
            value.orElseThrow(
                () -> new IllegalStateException("the secret " + name + " was not made")));
      }
    }
    return new Secrets(values, config.get(MADE_AT).map(Instant::parse).orElse(Instant.EPOCH));
  }
}
