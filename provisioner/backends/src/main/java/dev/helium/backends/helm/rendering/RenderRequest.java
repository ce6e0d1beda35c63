package dev.helium.backends.helm.rendering;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What is to be rendered.
 *
 * @param chart an archive or a folder
 * @param values as JSON
 */
public record RenderRequest(
    Path chart, String release, String namespace, String values, Resources resources) {
  public RenderRequest {
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(resources, "resources");
  }
}
