package dev.helium.cluster.binaries;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SHA-256 of files, and the checksum files that releases come with. */
final class Digests {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Digests() {}

  /** Lower-case hexadecimal. */
  static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest)) {
        input.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The checksum of a file in a checksum file's text; a bare checksum stands for any file. */
  static Optional<String> find(String text, String fileName) {
    return text.lines()
        .map(line -> List.of(SPACES.split(line.strip())))
        .filter(fields -> SHA_256.matcher(fields.getFirst()).matches())
        .filter(
            fields ->
                Stream.of(fileName, "*" + fileName).anyMatch(fields::contains)
                    || fields.size() == 1)
        .map(List::getFirst)
        .findFirst();
  }
}
