package dev.helium.gateway.workspaces;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of all that a request says; used once. */
final class RequestDigest {
  private static final int DIGITS = 32;

  private final MessageDigest digest;

  RequestDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  RequestDigest add(String text) {
    return add(Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** With its length, so that no two lists of texts look the same. */
  RequestDigest add(Buffer content) {
    digest.update(Buffer.buffer().appendInt(content.length()).getBytes());
    digest.update(content.getBytes());
    return this;
  }

  /** The first 128 bits: enough that no two are ever the same. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }
}
