package dev.helium.story.benchmark.deletion;

import java.util.List;

/**
 * How much is measured.
 *
 * @param workspaces that expire at once, 1 to 20,000
 * @param bare namespaces that a bare client deletes at once, 1 to 20,000
 * @param copies true for workspaces without pods, of which all but one are copies
 * @param live workspaces in the log beside those that expire one after the other, 0 to 50,000
 * @param rates expiries a second, one stretch each, 1 to 500
 * @param seconds of each stretch, 1 to 600
 */
record DeletionOptions(
    int workspaces, int bare, boolean copies, int live, List<Integer> rates, int seconds) {
  private static final int MOST_RATES = 10;

  DeletionOptions {
    rates = List.copyOf(rates);
    within("--workspaces", workspaces, 1, 20_000);
    within("--bare", bare, 1, 20_000);
    within("--live", live, 0, 50_000);
    within("the number of --rates", rates.size(), 1, MOST_RATES);
    rates.forEach(rate -> within("each of --rates", rate, 1, 500));
    within("--seconds", seconds, 1, 600);
  }

  /** What each workspace has. */
  int pods() {
    return copies ? 0 : 1;
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, and not %d".formatted(name, least, most, value));
    }
  }
}
