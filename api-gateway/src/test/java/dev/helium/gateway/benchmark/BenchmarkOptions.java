package dev.helium.gateway.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How much is measured.
 *
 * @param workspaces 10 to 100,000
 * @param rate requests a second, 10 to 20,000
 * @param seconds for which each kind of request is sent at that rate
 */
record BenchmarkOptions(int workspaces, int rate, int seconds) {
  private static final int LONGEST_SECONDS = 3_600;

  BenchmarkOptions {
    within("--workspaces", workspaces, 10, 100_000);
    within("--rate", rate, 10, 20_000);
    within("--seconds", seconds, 1, LONGEST_SECONDS);
  }

  /** What is said, and for the rest what is usual. */
  static BenchmarkOptions of(BenchmarkOptions usual, String... arguments) {
    BenchmarkOptions options = usual;
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      String name = left.pop();
      if (left.isEmpty()) {
        throw new IllegalArgumentException(name + " needs a number");
      }
      options = options.with(name, number(name, left.pop()));
    }
    return options;
  }

  private BenchmarkOptions with(String name, int value) {
    return switch (name) {
      case "--workspaces" -> new BenchmarkOptions(value, rate, seconds);
      case "--rate" -> new BenchmarkOptions(workspaces, value, seconds);
      case "--seconds" -> new BenchmarkOptions(workspaces, rate, value);
      default ->
          throw new IllegalArgumentException(
              "there are --workspaces, --rate and --seconds, not " + name);
    };
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(name + " needs a number, not " + text, notANumber);
    }
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is " + least + " to " + most);
    }
  }
}
