package dev.helium.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random words in files of their owner's only, made once. */
final class Secrets {
  private static final int BYTES = 32;

  private final SecureRandom random;

  Secrets(SecureRandom random) {
    this.random = random;
  }

  /** Leaves a file that is there alone. */
  void ensure(Path file) {
    if (Files.exists(file)) {
      return;
    }
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    try {
      // Never readable by others, not even between making and writing.
      Path draft =
          Files.createTempFile(
              file.getParent(),
              "secret",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, word + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException("The secret in %s cannot be made".formatted(file), failure);
    }
  }
}
