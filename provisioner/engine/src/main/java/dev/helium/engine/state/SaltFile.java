package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.secret.SharedSalt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A salt in a file that all engines of one state see. It is in the states of stacks, too. */
public final class SaltFile implements SharedSalt {
  private static final int MOST_BYTES = 1024;

  private final Path file;

  /**
   * @param file need not be there yet; at most {@value #MOST_BYTES} bytes
   */
  public SaltFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<String> standing() {
    try {
      return AtomicFiles.read(file, MOST_BYTES)
          .map(content -> new String(content, StandardCharsets.US_ASCII).strip())
          .filter(salt -> !salt.isEmpty());
    } catch (IOException failure) {
      throw failed("read", failure);
    }
  }

  @Override
  public String share(String salt, String unusable) {
    byte[] content = salt.getBytes(StandardCharsets.US_ASCII);
    try {
      if (AtomicFiles.create(file, content)) {
        return salt;
      }
      String standing = standing().orElse("");
      if (!standing.equals(unusable)) {
        return standing;
      }
      AtomicFiles.write(file, content);
      return salt;
    } catch (IOException failure) {
      throw failed("written", failure);
    }
  }

  private EngineException failed(String done, IOException failure) {
    return new EngineException(
        FailureClass.STATE_UNREADABLE,
        "the salt of new stacks in " + file + " cannot be " + done,
        failure);
  }
}
