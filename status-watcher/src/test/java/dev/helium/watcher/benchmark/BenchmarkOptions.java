package dev.helium.watcher.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How much is measured.
 *
 * @param workspaces 10 to 100,000, with three pods each
 * @param rate changes a second, 1 to 2,000
 * @param seconds for which changes are made at that rate
 * @param rest seconds in which nothing changes
 */
record BenchmarkOptions(int workspaces, int rate, int seconds, int rest) {
  private static final int LONGEST_SECONDS = 3_600;

  BenchmarkOptions {
    within("--workspaces", workspaces, 10, 100_000);
    within("--rate", rate, 1, 2_000);
    within("--seconds", seconds, 1, LONGEST_SECONDS);
    within("--rest", rest, 1, LONGEST_SECONDS);
  }

  static BenchmarkOptions of(String... arguments) {
    BenchmarkOptions options = new BenchmarkOptions(10_000, 200, 60, 60);
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
      case "--workspaces" -> new BenchmarkOptions(value, rate, seconds, rest);
      case "--rate" -> new BenchmarkOptions(workspaces, value, seconds, rest);
      case "--seconds" -> new BenchmarkOptions(workspaces, rate, value, rest);
      case "--rest" -> new BenchmarkOptions(workspaces, rate, seconds, value);
      default ->
          throw new IllegalArgumentException(
              "there are --workspaces, --rate, --seconds and --rest, not " + name);
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
