package dev.helium.view;

import dev.helium.domain.PastRun;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest runs of one backend, newest first. However and in whatever order runs are taken in,
 * and however often, the same ones come to be there.
 */
record NewestRuns(List<Run> runs) {
  /** Of one backend. */
  static final int MOST = 100;

  static final NewestRuns NONE = new NewestRuns(List.of());

  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparingLong(Run::readyAt).reversed().thenComparing(Run::life);

  NewestRuns {
    runs = List.copyOf(runs);
  }

  /**
   * One of them.
   *
   * @param life name and incarnation
   * @param readyAt in milliseconds since 1970
   * @param took in milliseconds
   */
  record Run(String life, long readyAt, long took) {}

  static NewestRuns of(PastRun run) {
    return new NewestRuns(
        List.of(
            new Run(
                run.workspace() + "/" + run.incarnation(),
                run.readyAt().toEpochMilli(),
                run.took().toMillis())));
  }

  NewestRuns with(NewestRuns others) {
    Map<String, Run> byLife = new TreeMap<>();
    runs.forEach(run -> byLife.put(run.life(), run));
    others.runs.forEach(run -> byLife.putIfAbsent(run.life(), run));
    return new NewestRuns(byLife.values().stream().sorted(NEWEST_FIRST).limit(MOST).toList());
  }

  List<Duration> durations() {
    return runs.stream().map(run -> Duration.ofMillis(run.took())).toList();
  }
}
