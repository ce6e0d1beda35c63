package dev.helium.cluster.binaries;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Takes one regular file out of a gzipped tar; a whole archive library for that would be heavy. */
final class TarGz {

  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 11;
  private static final long LARGEST_MEMBER = 512L * 1024 * 1024;

  private TarGz() {}

  static void extract(Path archive, String member, Path destination) throws IOException {
    try (InputStream input = new GZIPInputStream(Files.newInputStream(archive))) {
      byte[] header = new byte[BLOCK];
      while (input.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
        String name = text(header, 0, NAME_LENGTH);
        long size = Long.parseLong(text(header, SIZE_OFFSET, SIZE_LENGTH), 8);
        if (name.equals(member)) {
          copy(input, destination, size);
          return;
        }
        input.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
      }
    }
    throw new IOException("%s has no member %s".formatted(archive.getFileName(), member));
  }

  private static void copy(InputStream input, Path destination, long size) throws IOException {
    if (size > LARGEST_MEMBER) {
      throw new IOException("the member is larger than %d bytes".formatted(LARGEST_MEMBER));
    }
    try (OutputStream output = Files.newOutputStream(destination)) {
      byte[] buffer = new byte[1 << 16];
      long left = size;
      while (left > 0) {
        int read = input.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("the archive ends early");
        }
        output.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private static String text(byte[] header, int offset, int length) {
    String field = new String(header, offset, length, StandardCharsets.UTF_8);
    int end = field.indexOf('\0');
    return (end < 0 ? field : field.substring(0, end)).strip();
  }
}
