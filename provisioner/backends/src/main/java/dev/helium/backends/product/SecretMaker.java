package dev.helium.backends.product;

import dev.helium.backends.SecretMaterial;
import java.security.KeyPair;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes secrets. */
final class SecretMaker {
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecretMaterial material;

  SecretMaker(SecretMaterial material) {
    this.material = material;
  }

  /** The names of what comes of it. */
  static List<String> names(GeneratedSecret secret) {
    return switch (secret) {
      case GeneratedSecret.Text text -> List.of(text.name());
      case GeneratedSecret.Hexadecimal hexadecimal -> List.of(hexadecimal.name());
      case GeneratedSecret.RsaKeys keys ->
          List.of(keys.name() + "-private", keys.name() + "-public");
    };
  }

  /** Its values by their names. */
  Map<String, String> make(GeneratedSecret secret) {
    return switch (secret) {
      case GeneratedSecret.Text(String name, int length) -> Map.of(name, text(length));
      case GeneratedSecret.Hexadecimal(String name, int bytes) ->
          Map.of(name, HexFormat.of().formatHex(bytes(bytes)));
      case GeneratedSecret.RsaKeys(String name) -> keys(name);
    };
  }

  private String text(int length) {
    return material
        .random()
        .ints(length, 0, LETTERS_AND_DIGITS.length())
        .mapToObj(index -> String.valueOf(LETTERS_AND_DIGITS.charAt(index)))
        .collect(Collectors.joining());
  }

  private byte[] bytes(int number) {
    byte[] bytes = new byte[number];
    material.random().nextBytes(bytes);
    return bytes;
  }

  private Map<String, String> keys(String name) {
    KeyPair pair = material.rsaKeys();
    return Map.of(
        name + "-private", pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
        name + "-public", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
