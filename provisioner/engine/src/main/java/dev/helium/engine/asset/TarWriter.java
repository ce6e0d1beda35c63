package dev.helium.engine.asset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes plain files as a tar file, bit for bit as the CLI does: a file's hash depends on it. Names
 * that the old format cannot hold go into an extended header.
 */
final class TarWriter implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int PREFIX = 155;
  private static final int PREFIX_OFFSET = 345;

  private final OutputStream out;
  private final Set<String> seen = new HashSet<>();

  TarWriter(OutputStream out) {
    this.out = out;
  }

  /** Adds a file; only the first one of a name counts. */
  void add(String name, byte[] content) throws IOException {
    if (!seen.add(name)) {
      return;
    }
    header(name, content.length);
    data(content);
  }

  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private void header(String name, int size) throws IOException {
    var split = split(name);
    var isAscii = isAscii(name);
    var block = new byte[BLOCK];
    if (isAscii && name.length() <= NAME) {
      text(block, 0, NAME, name);
    } else if (split > 0) {
      text(block, 0, NAME, name.substring(split + 1));
      text(block, PREFIX_OFFSET, PREFIX, name.substring(0, split));
    } else {
      extended(name);
      text(block, 0, NAME, ascii(name));
      if (ascii(name).length() > NAME && block[NAME - 1] == '/') {
        block[NAME - 1] = 0;
      }
    }
    octal(block, 100, 8, 0600);
    common(block, '0', size);
    octal(block, 329, 8, 0);
    octal(block, 337, 8, 0);
    finish(block);
  }

  private void extended(String name) throws IOException {
    var slash = name.lastIndexOf('/');
    var record = record("path", name).getBytes(StandardCharsets.UTF_8);
    var shown = ascii(name.substring(0, slash + 1) + "PaxHeaders.0/" + name.substring(slash + 1));
    var block = new byte[BLOCK];
    text(block, 0, NAME, shown.substring(0, Math.min(NAME, shown.length())).replaceAll("/+$", ""));
    octal(block, 100, 8, 0);
    common(block, 'x', record.length);
    finish(block);
    data(record);
  }

  private static void common(byte[] block, char type, int size) {
    octal(block, 108, 8, 0);
    octal(block, 116, 8, 0);
    octal(block, 124, 12, size);
    octal(block, 136, 12, 0);
    block[156] = (byte) type;
    text(block, 257, 6, "ustar");
    text(block, 263, 2, "00");
  }

  private void finish(byte[] block) throws IOException {
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (var value : block) {
      sum += value & 0xff;
    }
    octal(block, 148, 7, sum);
    out.write(block);
  }

  private void data(byte[] content) throws IOException {
    out.write(content);
    out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  /** Where a long name can be cut in two, or -1. */
  private static int split(String name) {
    if (name.length() <= NAME || !isAscii(name)) {
      return -1;
    }
    var slash = name.substring(0, Math.min(name.length(), PREFIX + 1)).lastIndexOf('/');
    var rest = name.length() - slash - 1;
    return slash <= 0 || rest > NAME || rest == 0 || slash > PREFIX ? -1 : slash;
  }

  /** A record says its own length, digits included. */
  private static String record(String key, String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8).length + key.length() + 3;
    var size = bytes + String.valueOf(bytes).length();
    size = bytes + String.valueOf(size).length();
    return size + " " + key + "=" + value + "\n";
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character < 0x80);
  }

  private static String ascii(String text) {
    return text.replaceAll("[^\\x00-\\x7f]", "");
  }

  private static void text(byte[] block, int offset, int length, String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, offset, Math.min(length, bytes.length));
  }

  private static void octal(byte[] block, int offset, int length, long value) {
    var digits = Long.toOctalString(value);
    text(block, offset, length - 1, "0".repeat(length - 1 - digits.length()) + digits);
    block[offset + length - 1] = 0;
  }
}
