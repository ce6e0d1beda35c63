package dev.helium.domain.webhook;

/**
 * A stretch of delivering, begun by a person: what a round was parked for says nothing of the next.
 *
 * @param number counts from 1
 * @param skipping whether it began by giving up on the events that had failed most often
 */
public record Round(int number, boolean skipping) {
  public static final Round FIRST = new Round(1, false);

  public Round {
    if (number < 1) {
      throw new IllegalArgumentException("rounds count from 1");
    }
  }

  public Round next(boolean skip) {
    return new Round(number + 1, skip);
  }
}
