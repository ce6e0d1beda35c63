package dev.helium.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/** What a record that was put aside holds. Anybody may have written it. */
public final class LetterContent {
  private final byte[] key;
  private final byte[] body;
  private final List<Header> headers;

  LetterContent(byte[] key, byte[] body, List<Header> headers) {
    this.key = key;
    this.body = body;
    this.headers = List.copyOf(headers);
  }

  /**
   * One header as text.
   *
   * @param value empty when it has none
   */
  public record Line(String name, String value) {}

  /** In the order of the record; a name may come several times. */
  public List<Line> headers() {
    List<Line> lines = new ArrayList<>();
    for (Header header : headers) {
      lines.add(
          new Line(
              header.key(),
              header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
    }
    return lines;
  }

  /** Empty when the record has no body, which is not the same as one of no bytes. */
  public Optional<byte[]> body() {
    return Optional.ofNullable(body).map(byte[]::clone);
  }

  /** SHA-256 of the body, in hexadecimal digits. */
  public String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(body == null ? new byte[0] : body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK knows SHA-256", impossible);
    }
  }

  byte[] key() {
    return key;
  }

  byte[] value() {
    return body;
  }

  List<Header> originals() {
    return headers;
  }
}
