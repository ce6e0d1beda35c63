package dev.helium.story.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is to happen.
 *
 * @param project the folder of the root pom; its modules are built
 * @param seed of every choice of users and of faults
 * @param kills how many times a part is hit; two parts hit at once count twice
 * @param longest no fault begins later than that
 */
public record ChaosOptions(Path project, long seed, int kills, Duration longest) {
  private static final int MOST_KILLS = 10_000;

  public ChaosOptions {
    if (kills < 1 || kills > MOST_KILLS) {
      throw new IllegalArgumentException(
          "kills must be from 1 to %d, and not %d".formatted(MOST_KILLS, kills));
    }
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("minutes-at-most must be at least 1");
    }
  }
}
