package dev.helium.pages.asset;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it is served.
 *
 * @param file its name with the hash of its content, such as {@code helium.0a1b2c3d4e5f6071.css}
 * @param packed the content in gzip
 */
public record Asset(String file, String type, Buffer content, Buffer packed) {
  private static final int DIGITS = 16;

  public Asset {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(packed, "packed");
  }

  static Asset of(String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    String ending = name.substring(dot);
    String file = name.substring(0, dot) + "." + hash(content) + ending;
    return new Asset(file, type(ending), Buffer.buffer(content), Buffer.buffer(pack(content)));
  }

  private static String type(String ending) {
    return switch (ending) {
      case ".css" -> "text/css;charset=utf-8";
      case ".js" -> "text/javascript;charset=utf-8";
      case ".svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no type is known of files *" + ending);
    };
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] pack(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
