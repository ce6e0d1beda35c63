package dev.helium.backends.clipper;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;

/** Volumes of stateful sets: claims that outlive pods, or folders that end with them. */
final class Storage {
  private Storage() {}

  /**
   * @param values {@code persistence} of the component
   * @param size that counts
   */
  static Component in(Component component, String volume, Values values, String size) {
    return values.flag("enabled")
        ? component.claim(
            Volumes.claim(
                volume,
                size,
                values.has("storageClassName") ? values.text("storageClassName") : ""))
        : component.volume(Volumes.empty(volume));
  }
}
