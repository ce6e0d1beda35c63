package dev.helium.launcher.settings;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.ShortPath;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a token, of at most 4 KiB. */
public final class Token {
  private static final long LARGEST = 4096;

  private Token() {}

  /**
   * Without the white space around it.
   *
   * @param otherwise what to do when there is none; a {@link UserException} says so
   */
  public static String read(Path file, String otherwise) {
    try {
      if (!Files.isReadable(file) || Files.isDirectory(file) || Files.size(file) > LARGEST) {
        throw new UserException(ExitCode.WRONG_USAGE, otherwise);
      }
      String token = Files.readString(file).strip();
      if (token.chars().anyMatch(character -> character <= ' ' || character > '~')) {
        throw new UserException(
            ExitCode.WRONG_USAGE,
            "%s holds something else than one token.".formatted(ShortPath.of(file)));
      }
      return token;
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "%s cannot be read.".formatted(ShortPath.of(file)), failure);
    }
  }
}
