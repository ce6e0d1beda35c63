package dev.helium.backends.helicone;

import dev.helium.backends.product.Values;

/** How an image is written that values give in parts. */
final class Images {
  private Images() {}

  /** Its full name; a digest wins over the tag. */
  static String name(Values image) {
    String registry = image.has("registry") ? image.text("registry") + "/" : "";
    String version = image.has("digest") ? "@" + image.text("digest") : ":" + image.text("tag");
    return registry + image.text("repository") + version;
  }
}
