package dev.helium.gateway.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a token: enough to recognise it, and nothing to steal. */
public final class TokenDigest {
  /** Shorter ones can be guessed. */
  private static final int SHORTEST = 16;

  private static final int LONGEST = 4096;
  private static final int DIGITS = 64;
  private static final int PRINT = 8;

  private final byte[] digest;

  private TokenDigest(byte[] digest) {
    this.digest = digest;
  }

  public static TokenDigest of(String token) {
    return new TokenDigest(sha256(token));
  }

  /**
   * Of a token that only its digest is known of.
   *
   * @param digest in 64 hexadecimal digits; anything else is an {@link IllegalArgumentException}
   */
  static TokenDigest ofHex(String digest) {
    if (digest.length() != DIGITS) {
      throw new IllegalArgumentException("a digest has " + DIGITS + " hexadecimal digits");
    }
    return new TokenDigest(HexFormat.of().parseHex(digest));
  }

  /**
   * Of the token in a file, white space around it left out.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException with the rule, when it does not hold one token of {@value
   *     #SHORTEST} to {@value #LONGEST} visible ASCII characters
   */
  public static TokenDigest read(Path file) throws IOException {
    if (Files.size(file) > 2 * LONGEST) {
      throw invalid();
    }
    String token = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    if (token.length() < SHORTEST
        || token.length() > LONGEST
        || token.chars().anyMatch(character -> character <= ' ' || character > '~')) {
      throw invalid();
    }
    return of(token);
  }

  /** Its beginning: enough to tell a token from the one that stands in its place later. */
  String print() {
    return HexFormat.of().formatHex(digest, 0, PRINT);
  }

  /** Takes the same time for every wrong token. */
  public boolean matches(String token) {
    return isOfTheSameAs(of(token));
  }

  /** Takes the same time for every other digest. */
  boolean isOfTheSameAs(TokenDigest other) {
    return MessageDigest.isEqual(digest, other.digest);
  }

  private static IllegalArgumentException invalid() {
    return new IllegalArgumentException(
        "must be a file with one token of "
            + SHORTEST
            + " to "
            + LONGEST
            + " visible ASCII characters");
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
