package dev.helium.gateway.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When an event that could not be delivered is tried again.
 *
 * @param pauses after the first failure, the second, and so on; after one failure more than there
 *     are pauses it is given up on. 1 to {@value #MOST}, none longer than a week
 */
public record RetrySchedule(List<Duration> pauses) {
  public static final int MOST = 20;

  // Before the schedules that are held against it.
  private static final Duration LONGEST = Duration.ofDays(7);

  /** Nine more tries within some three days. */
  public static final RetrySchedule DEFAULT =
      new RetrySchedule(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)));

  /** Of each pause, so that not all come back in the same moment. */
  private static final double JITTER = 0.2;

  public RetrySchedule {
    pauses = List.copyOf(pauses);
    if (pauses.isEmpty()
        || pauses.size() > MOST
        || pauses.stream().anyMatch(RetrySchedule::isUnfit)) {
      throw new IllegalArgumentException(
          "must be 1 to " + MOST + " durations such as PT5S, none longer than a week");
    }
  }

  /** How long to wait after that many failures; empty when it is given up on. */
  Optional<Duration> pauseAfter(int failures, RandomGenerator random) {
    if (failures > pauses.size()) {
      return Optional.empty();
    }
    Duration pause = pauses.get(failures - 1);
    return Optional.of(pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble())));
  }

  private static boolean isUnfit(Duration pause) {
    return pause.isNegative() || pause.isZero() || pause.compareTo(LONGEST) > 0;
  }
}
