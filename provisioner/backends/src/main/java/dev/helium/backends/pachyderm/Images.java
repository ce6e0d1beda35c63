package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Values;

/** Images in writing, as values name them. */
final class Images {
  private Images() {}

  /**
   * @param path of a value with {@code repository}, {@code tag} and so on
   */
  static String of(Plan plan, String path) {
    return of(plan, path, "");
  }

  /** All that is built from one source has the same tag, unless it says otherwise. */
  static String ofRelease(Plan plan, String path) {
    return of(plan, path, release(plan));
  }

  static String release(Plan plan) {
    return plan.named("pachd.image.tag", plan.values().text("release"));
  }

  private static String of(Plan plan, String path, String tag) {
    Values image = plan.values().at(path);
    String repository =
        (image.has("registry") ? image.text("registry") + "/" : "") + image.text("repository");
    return image.has("digest")
        ? repository + "@" + image.text("digest")
        : repository + ":" + (image.has("tag") ? image.text("tag") : tag);
  }
}
