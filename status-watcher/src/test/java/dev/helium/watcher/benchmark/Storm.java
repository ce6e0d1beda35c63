package dev.helium.watcher.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All pods turn not ready and ready again, in any order, as fast as the API server takes it. */
final class Storm {
  private static final long SEED = 7;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Fleet fleet;
  private final Requests requests;
  private final Audience audience;
  private final AtomicLongArray answered;
  private final Random random = new Random(SEED);

  Storm(Fleet fleet, Requests requests, Audience audience) {
    this.fleet = fleet;
    this.requests = requests;
    this.audience = audience;
    this.answered = new AtomicLongArray(fleet.workspaces());
  }

  void run(String name) {
    int[] before = counts();
    long start = System.nanoTime();
    turn(false);
    turn(true);
    requests.settle();
    long took = System.nanoTime() - start;
    Waiting.until(
        "all are known to be ready", LONGEST, () -> audience.ready() == fleet.workspaces());
    print(name, before, took);
  }

  private void turn(boolean ready) {
    List<Integer> pods =
        IntStream.range(0, fleet.pods()).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(pods, random);
    for (int pod : pods) {
      int workspace = pod / Fleet.PODS;
      requests.patch(
          Fleet.statusPath(workspace, pod % Fleet.PODS),
          Fleet.readiness(ready),
          () -> answered.set(workspace, System.nanoTime()));
    }
    // Not before: two changes of one pod may overtake each other.
    requests.settle();
  }

  private void print(String name, int[] before, long took) {
    Times lags = new Times();
    long heard = 0;
    int most = 0;
    for (int workspace = 0; workspace < fleet.workspaces(); workspace++) {
      lags.add(audience.heard(workspace) - answered.get(workspace));
      int own = audience.count(workspace) - before[workspace];
      heard += own;
      most = Math.max(most, own);
    }
    System.out.printf(
        Locale.ROOT,
        "%nStorm, %s: %d changes of %d pods in %.1f s, %.0f a second%n"
            + "  heard: %d, of one workspace at most %d of %d; all known to be ready at the end%n",
        name,
        2 * fleet.pods(),
        fleet.pods(),
        took / 1e9,
        2 * fleet.pods() / (took / 1e9),
        heard,
        most,
        2 * Fleet.PODS);
    System.out.printf("  milliseconds %55s %8s %8s%n", "p50", "p99", "longest");
    lags.print("from the answer to a workspace's last change to its last word");
  }

  private int[] counts() {
    return IntStream.range(0, fleet.workspaces()).map(audience::count).toArray();
  }
}
