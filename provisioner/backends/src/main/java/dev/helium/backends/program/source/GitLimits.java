package dev.helium.backends.program.source;

import java.time.Duration;
import java.util.Objects;

/**
 * What a repository may take.
 *
 * @param longest of each of the few commands
 * @param bytes of what is fetched and of the files together
 */
public record GitLimits(Duration longest, long bytes, int files) {
  /** For programs: what is larger holds something else. */
  public static final GitLimits STANDARD = new GitLimits(Duration.ofMinutes(2), 256L << 20, 50_000);

  public GitLimits {
    Objects.requireNonNull(longest, "longest");
  }
}
