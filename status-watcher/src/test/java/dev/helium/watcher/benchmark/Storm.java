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
  private final Subscriber subscriber;
  private final BareInformer floor;
  private final AtomicLongArray answered;
  private final Random random = new Random(SEED);

  Storm(Fleet fleet, Requests requests, Subscriber subscriber, BareInformer floor) {
    this.fleet = fleet;
    this.requests = requests;
    this.subscriber = subscriber;
    this.floor = floor;
    this.answered = new AtomicLongArray(fleet.workspaces());
  }

  void run() {
    int[] before = counts();
    long start = System.nanoTime();
    turn(false);
    turn(true);
    requests.settle();
    long end = System.nanoTime();
    Waiting.until("all pods are seen ready", LONGEST, () -> floor.ready() == fleet.pods());
    long informed = System.nanoTime();
    Waiting.until("all are said ready", LONGEST, () -> subscriber.ready() == fleet.workspaces());
    print(before, end - start, informed - end);
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

  private void print(int[] before, long took, long floorLag) {
    Times lags = new Times();
    long events = 0;
    int most = 0;
    for (int workspace = 0; workspace < fleet.workspaces(); workspace++) {
      lags.add(subscriber.heard(workspace) - answered.get(workspace));
      int own = subscriber.count(workspace) - before[workspace];
      events += own;
      most = Math.max(most, own);
    }
    System.out.printf(
        Locale.ROOT,
        "%nStorm: %d changes of %d pods in %.1f s, %.0f a second%n"
            + "  events: %d, for one workspace at most %d of %d changes; all said ready at the end%n"
            + "  a bare informer was done %.0f ms after the last answer%n",
        2 * fleet.pods(),
        fleet.pods(),
        took / 1e9,
        2 * fleet.pods() / (took / 1e9),
        events,
        most,
        2 * Fleet.PODS,
        floorLag / 1e6);
    System.out.printf("  milliseconds %55s %8s %8s%n", "p50", "p99", "longest");
    lags.print("a workspace's last change to its last event");
  }

  private int[] counts() {
    return IntStream.range(0, fleet.workspaces()).map(subscriber::count).toArray();
  }
}
