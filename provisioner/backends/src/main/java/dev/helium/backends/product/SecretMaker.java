package dev.helium.backends.product;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes secrets of random numbers. */
final class SecretMaker {
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int RSA_BITS = 2048;

  private final SecureRandom random;

  SecretMaker(SecureRandom random) {
    this.random = random;
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
    return random
        .ints(length, 0, LETTERS_AND_DIGITS.length())
        .mapToObj(index -> String.valueOf(LETTERS_AND_DIGITS.charAt(index)))
        .collect(Collectors.joining());
  }

  private byte[] bytes(int number) {
    byte[] bytes = new byte[number];
    random.nextBytes(bytes);
    return bytes;
  }

  private Map<String, String> keys(String name) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS, random);
      KeyPair pair = generator.generateKeyPair();
      return Map.of(
          name + "-private", pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
          name + "-public", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has RSA", impossible);
    }
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
