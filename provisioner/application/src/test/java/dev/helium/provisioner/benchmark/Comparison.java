package dev.helium.provisioner.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times by who took them and for what, and the ratios between them. */
final class Comparison {
  private static final String OURS = "embedded";

  private final Map<String, Map<String, List<Double>>> times = new LinkedHashMap<>();
  private final Map<String, Double> perSecond = new LinkedHashMap<>();
  private final Map<String, Double> processor = new LinkedHashMap<>();

  /** Something to do. */
  interface Work {
    void run() throws Exception;
  }

  /** Something to do that has a result. */
  interface Making<T> {
    T make() throws Exception;
  }

  void time(String who, String what, Work work) throws Exception {
    var _ =
        timed(
            who,
            what,
            () -> {
              work.run();
              return what;
            });
  }

  <T> T timed(String who, String what, Making<T> work) throws Exception {
    var start = System.nanoTime();
    var result = work.make();
    add(who, what, (System.nanoTime() - start) / 1e6);
    return result;
  }

  void add(String who, String what, double milliseconds) {
    times
        .computeIfAbsent(what, key -> new LinkedHashMap<>())
        .computeIfAbsent(who, key -> new ArrayList<>())
        .add(milliseconds);
  }

  /** Forgets everything: it was only to warm up. */
  void forget() {
    times.clear();
  }

  void throughput(String who, double stacksPerSecond, double processorMilliseconds) {
    perSecond.put(who, stacksPerSecond);
    processor.put(who, processorMilliseconds);
  }

  void print() {
    System.out.printf("%n%-16s %-24s %10s %10s %10s%n", "alone", "", "p50 ms", "p90 ms", "ratio");
    times.forEach(
        (what, sides) -> {
          var ours = sides.containsKey(OURS) ? at(sides.get(OURS), 50) : Double.NaN;
          sides.forEach(
              (who, measured) ->
                  System.out.printf(
                      "%-16s %-24s %10.1f %10.1f %9.1fx%n",
                      what, who, at(measured, 50), at(measured, 90), at(measured, 50) / ours));
        });
    System.out.printf("%n%-41s %10s %10s%n", "eight at once", "per s", "ms CPU");
    perSecond.forEach(
        (who, rate) -> System.out.printf("%-41s %10.2f %10.1f%n", who, rate, processor.get(who)));
  }

  private static double at(List<Double> measured, int percent) {
    var sorted = measured.stream().mapToDouble(time -> time).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
