package dev.helium.provisioner.benchmark;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Part;
import dev.helium.bench.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Times by who took them and for what, and the ratios between them. */
final class Comparison {
  private static final String OURS = "embedded";
  private static final String CLI = "pulumi";
  static final String FLOOR = "bare client";
  static final String APPLYING_FLOOR = "bare client, applying";
  private static final double LEAST_FASTER = 60;
  private static final double LEAST_MORE = 50;
  private static final double LEAST_OF_FLOOR = 0.7;

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

  /** What the table of all benchmarks says of it. */
  Row row() {
    var measures = new ArrayList<Measure>();
    measures.add(alone("up", FLOOR));
    if (times.getOrDefault("up", Map.of()).containsKey(CLI)) {
      measures.add(alone("up", CLI).wantedRatio(1 / LEAST_FASTER));
      measures.add(atOnce(CLI, OURS).wantedRatio(LEAST_MORE));
    }
    measures.add(atOnce(FLOOR, OURS + ", up only").wantedRatio(LEAST_OF_FLOOR));
    measures.add(atOnce(APPLYING_FLOOR, OURS + ", up only"));
    var parts =
        Stream.of("select", "up", "up, no change", "destroy")
            .filter(what -> times.containsKey(what) && times.get(what).containsKey(OURS))
            .map(what -> new Part(what, at(times.get(what).get(OURS), 50)))
            .toList();
    return new Row(measures, parts);
  }

  private Measure alone(String what, String peer) {
    var sides = times.get(what);
    return Measure.time("a program alone: " + what + ", p50", "ms", at(sides.get(OURS), 50))
        .beside(peer, at(sides.get(peer), 50));
  }

  private Measure atOnce(String peer, String ours) {
    return Measure.rate("programs, eight at once: " + ours, "a minute", 60 * perSecond.get(ours))
        .beside(peer, 60 * perSecond.get(peer));
  }

  private static double at(List<Double> measured, int percent) {
    var sorted = measured.stream().mapToDouble(time -> time).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
