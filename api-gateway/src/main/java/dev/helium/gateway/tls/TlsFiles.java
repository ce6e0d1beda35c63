package dev.helium.gateway.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where certificate and key are, both as PEM.
 *
 * @param certificate the server's own first, then those that lead to its authority
 * @param key without a passphrase
 */
public record TlsFiles(Path certificate, Path key) {
  private static final int LARGEST = 256 * 1024;

  public TlsFiles {
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(key, "key");
  }

  /** What the files hold now, unchecked; blocks. */
  PemPair read() throws InvalidIdentityException {
    return new PemPair(read(certificate, "certificate"), read(key, "key"));
  }

  private static byte[] read(Path file, String what) throws InvalidIdentityException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] content = stream.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new InvalidIdentityException(
            "the file of the " + what + " has more than " + LARGEST + " bytes");
      }
      return content;
    } catch (IOException unreadable) {
      throw new InvalidIdentityException("the file of the " + what + " cannot be read", unreadable);
    }
  }
}
