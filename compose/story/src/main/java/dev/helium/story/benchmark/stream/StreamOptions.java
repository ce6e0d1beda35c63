package dev.helium.story.benchmark.stream;

/**
 * How much is measured.
 *
 * @param subscribers 1 to 6,000, which is what a gateway takes
 * @param ofAll those of them that want everything; each of the others follows one workspace
 * @param workspaces that something happens to, 1 to 10,000
 * @param rate events a second, 1 to 2,000
 * @param seconds 1 to 600
 */
record StreamOptions(int subscribers, int ofAll, int workspaces, int rate, int seconds) {
  StreamOptions {
    within("--subscribers", subscribers, 1, 6_000);
    within("--of-all", ofAll, 0, subscribers);
    within("--workspaces", workspaces, 1, 10_000);
    within("--rate", rate, 1, 2_000);
    within("--seconds", seconds, 1, 600);
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, and not %d".formatted(name, least, most, value));
    }
  }

  /** Which workspace a subscriber follows; empty for everything. */
  String workspaceOf(int subscriber) {
    return subscriber < ofAll ? "" : workspace(subscriber % workspaces);
  }

  static String workspace(int number) {
    return "streamed-" + number;
  }
}
