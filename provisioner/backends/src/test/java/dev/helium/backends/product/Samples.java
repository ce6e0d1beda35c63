package dev.helium.backends.product;

import dev.helium.backends.BackendInput;
import dev.helium.backends.SecretMaterial;
import dev.helium.backends.Validated;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of a workspace that nobody made, for looking at what a product tells. */
public final class Samples {
  private static final String WORKSPACE = "sample";
  private static final Map<String, String> KEYS =
      new SecretMaker(SecretMaterial.of(new SecureRandom()))
          .make(new GeneratedSecret.RsaKeys("sample"));

  private Samples() {}

  /** With values that the backend must take; every secret has a value of its own. */
  public static Setting setting(ProductBackend backend, String valuesYaml) {
    return setting(backend, WORKSPACE, new BackendInput(Map.of(), valuesYaml));
  }

  /** The same of an input of any kind, for a workspace of that name. */
  public static Setting setting(ProductBackend backend, String workspace, BackendInput input) {
    if (backend.validate(input) instanceof Validated.Rejected(var problems)) {
      throw new AssertionError(backend.name() + " does not take it: " + problems);
    }
    Values values = backend.values(input);
    return new Setting(
        workspace, 1, "2030-01-01T00:00:00Z", values, secrets(backend.allSecrets(values)));
  }

  /** What a product tells for these values. */
  public static List<HasMetadata> objects(ProductBackend backend, String valuesYaml) {
    return backend.objects(setting(backend, valuesYaml));
  }

  private static Secrets secrets(List<GeneratedSecret> declared) {
    Map<String, String> values = new LinkedHashMap<>();
    for (GeneratedSecret secret : declared) {
      switch (secret) {
        case GeneratedSecret.Text(String name, int length) ->
            values.put(name, digits(name).substring(0, length));
        case GeneratedSecret.Hexadecimal(String name, int bytes) ->
            values.put(name, digits(name).substring(0, 2 * bytes));
        case GeneratedSecret.RsaKeys(String name) -> {
          values.put(name + "-private", KEYS.get("sample-private"));
          values.put(name + "-public", KEYS.get("sample-public"));
        }
      }
    }
    return new Secrets(values, Instant.parse("2026-11-01T00:00:00Z"));
  }

  /** 128 digits that follow from the name and from nothing else. */
  private static String digits(String name) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-512").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
