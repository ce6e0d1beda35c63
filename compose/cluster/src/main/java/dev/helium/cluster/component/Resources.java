package dev.helium.cluster.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text files that come with the module. */
public final class Resources {

  private Resources() {}

  /** A file by its path below {@code dev/helium/cluster}. */
  public static String text(String path) {
    try (InputStream input = Resources.class.getResourceAsStream("/dev/helium/cluster/" + path)) {
      if (input == null) {
        throw new IllegalStateException("The resource %s is missing".formatted(path));
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
