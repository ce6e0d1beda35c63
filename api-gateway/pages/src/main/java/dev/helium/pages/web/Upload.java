package dev.helium.pages.web;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a form with files brought.
 *
 * @param files by the names of their fields; those that nobody chose are none
 * @param tooLarge fields that hold more than they may, which are in neither of the others
 */
public record Upload(FormFields texts, Map<String, File> files, Set<String> tooLarge) {
  /**
   * A file as it was sent.
   *
   * @param name what the browser says that it is called, which may be anything
   */
  public record File(String name, Buffer content) {
    public File {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(content, "content");
    }
  }

  public Upload {
    Objects.requireNonNull(texts, "texts");
    files = Map.copyOf(files);
    tooLarge = Set.copyOf(tooLarge);
  }

  /** The file of that field, if one was chosen. */
  public Optional<File> file(String field) {
    return Optional.ofNullable(files.get(field));
  }
}
