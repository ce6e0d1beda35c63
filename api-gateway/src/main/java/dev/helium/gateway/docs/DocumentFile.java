package dev.helium.gateway.docs;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file of the page.
 *
 * @param tag its strong entity tag
 */
record DocumentFile(String type, Buffer content, String tag) {
  private static final int DIGITS = 16;

  DocumentFile {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(tag, "tag");
  }

  static DocumentFile of(String type, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      String tag = HexFormat.of().formatHex(digest).substring(0, DIGITS);
      return new DocumentFile(type, Buffer.buffer(content), "\"" + tag + "\"");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
