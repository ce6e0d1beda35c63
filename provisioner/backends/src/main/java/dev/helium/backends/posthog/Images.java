package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;

/** Which images run. */
final class Images {
  private Images() {}

  /** Of a value {@code image} with registry, repository, tag, digest and pull policy. */
  static Component component(String name, Values values) {
    Values image = values.at("image");
    return Component.of(name, of(image)).pullPolicy(image.text("pullPolicy"));
  }

  /** A digest counts before a tag. */
  static String of(Values image) {
    String registry = image.has("registry") ? image.text("registry") + "/" : "";
    String version = image.has("digest") ? "@" + image.text("digest") : ":" + image.text("tag");
    return registry + image.text("repository") + version;
  }

  /** Of the app: {@code image.sha}, else {@code image.tag}, else what the chart was made for. */
  static String app(Values image) {
    String version =
        image.has("sha")
            ? "@" + image.text("sha")
            : image.has("tag") ? ":" + image.text("tag") : image.text("default");
    return image.text("repository") + version;
  }
}
