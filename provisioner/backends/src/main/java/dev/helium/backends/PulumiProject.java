package dev.helium.backends;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A Pulumi project that can be run.
 *
 * @param directory with its {@code Pulumi.yaml}, which has the name of Helium's project and says
 *     where the stack's settings are
 * @param dependencies whether what its language needs has to be installed first
 * @param longest that one run may take
 * @param outputs besides those that it says itself
 */
public record PulumiProject(
    Path directory, boolean dependencies, Duration longest, Map<String, String> outputs) {
  public PulumiProject {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(longest, "longest");
    outputs = Map.copyOf(outputs);
  }
}
