package dev.helium.story.pages;

import dev.helium.browser.Gallery;
import java.nio.file.Path;
import java.util.List;

/** Where pictures of pages go. */
final class Pictures {
  private static final Path HERE = Path.of("target", "pages");

  /** Those that the documents show; written when somebody asks for it. */
  private static final Path KEPT =
      Path.of(System.getProperty("helium.root"), "api-gateway", "pages", "docs");

  private static final Gallery GALLERY = new Gallery(folders());

  private Pictures() {}

  static Gallery gallery() {
    return GALLERY;
  }

  private static List<Path> folders() {
    return System.getProperty("helium.screenshots", "").equals("write")
        ? List.of(HERE, KEPT)
        : List.of(HERE);
  }
}
