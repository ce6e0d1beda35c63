package dev.helium.gateway.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of the requests of a stretch. */
final class Outcome {
  /** Stands for requests that got no answer. */
  static final int NONE = 0;

  private final Times times = new Times();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final long begun = System.nanoTime();
  private volatile double seconds;

  /** For the event loop of the client alone. */
  void add(int status, long nanoseconds) {
    statuses.merge(status, 1, Integer::sum);
    times.add(nanoseconds);
  }

  void end() {
    seconds = (System.nanoTime() - begun) / 1e9;
  }

  double p50() {
    return times.quantile(0.5);
  }

  double p99() {
    return times.quantile(0.99);
  }

  double perSecond(int status) {
    return statuses.getOrDefault(status, 0) / seconds;
  }

  void print(String what) {
    System.out.printf(
        Locale.ROOT,
        "  %-46s %8.0f %8.2f %8.2f %8.2f %8.2f   %s%n",
        what,
        times.count() / seconds,
        p50(),
        times.quantile(0.9),
        p99(),
        times.quantile(1),
        statuses.entrySet().stream()
            .map(
                entry ->
                    (entry.getKey() == NONE ? "none" : entry.getKey()) + ": " + entry.getValue())
            .collect(Collectors.joining(", ")));
  }

  static void printHead() {
    System.out.printf(
        "%n  %-46s %8s %8s %8s %8s %8s   %s%n",
        "milliseconds from the intended time",
        "a second",
        "p50",
        "p90",
        "p99",
        "longest",
        "answers");
  }
}
