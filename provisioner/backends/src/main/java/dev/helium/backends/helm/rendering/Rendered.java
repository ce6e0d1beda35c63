package dev.helium.backends.helm.rendering;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A chart that was rendered twice, with the same values.
 *
 * @param definitions objects that Helm makes before everything else (those in {@code crds}), as
 *     trees
 */
public record Rendered(
    HelmRelease first, HelmRelease second, List<Map<String, Object>> definitions) {
  public Rendered {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    definitions = List.copyOf(definitions);
  }
}
