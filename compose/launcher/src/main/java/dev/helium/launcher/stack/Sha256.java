package dev.helium.launcher.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests, in hexadecimal. */
final class Sha256 {
  private static final int SHORT = 12;

  private Sha256() {}

  static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Enough of it for the name of a file. */
  static String shortOf(String text) {
    return of(text).substring(0, SHORT);
  }

  /** Enough of it for the name of a file. */
  static String shortOf(byte[] bytes) {
    return of(bytes).substring(0, SHORT);
  }

  private static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
