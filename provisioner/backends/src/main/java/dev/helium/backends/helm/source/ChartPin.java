package dev.helium.backends.helm.source;

import java.util.Objects;

/**
 * Which chart it was that a reference led to, so that the same one is taken again.
 *
 * @param reference its identity
 * @param version empty where only the chart itself says it
 * @param location where its archive is; empty for one that is not downloaded
 * @param sha256 of the archive; empty for a folder
 */
public record ChartPin(String reference, String version, String location, String sha256) {
  public ChartPin {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(sha256, "sha256");
  }
}
