package dev.helium.watcher.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pods that turn not ready and ready again at an even rate, each in another workspace than the one
 * before, sent when they are due whether or not the ones before have been answered.
 */
final class SteadyChanges {
  private static final long SEED = 6;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Requests requests;
  private final Changes changes;
  private final List<Integer> order;
  private int round;

  SteadyChanges(Fleet fleet, Requests requests, Changes changes) {
    this.requests = requests;
    this.changes = changes;
    this.order = IntStream.range(0, fleet.workspaces()).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(SEED));
  }

  /** Returns the changes made, all of them over. An even number, half of them to ready. */
  List<Change> make(int rate, Duration time) {
    List<Change> made = new ArrayList<>();
    List<Integer> down = new ArrayList<>();
    long start = System.nanoTime();
    // A workspace stays not ready for two seconds.
    int behind = Math.min(order.size() / 2, rate);
    long turns = rate * time.toSeconds() / 2;
    for (long turn = 0; turn < turns + behind; turn++) {
      if (turn < turns) {
        waitUntil(start + 2 * turn * 1_000_000_000L / rate);
        int workspace = order.get(round++ % order.size());
        down.add(workspace);
        made.add(change(workspace, false));
      }
      if (turn >= behind) {
        waitUntil(start + (2 * turn + 1) * 1_000_000_000L / rate);
        made.add(change(down.get((int) (turn - behind)), true));
      }
    }
    requests.settle();
    Waiting.until(
        "all changes are heard of", LONGEST, () -> made.stream().allMatch(Change::isOver));
    return made;
  }

  private Change change(int workspace, boolean ready) {
    Waiting.until("the change before is heard of", LONGEST, () -> changes.isOver(workspace));
    Change change = changes.begin(workspace, ready);
    change.send();
    requests.patch(Fleet.statusPath(workspace, 0), Fleet.readiness(ready), change::answer);
    return change;
  }

  private static Times lags(List<Change> made, ToLongFunction<Change> end) {
    Times times = new Times();
    made.forEach(change -> times.add(end.applyAsLong(change) - change.sent()));
    return times;
  }

  /** Prints how long it took the audience to hear. */
  static Times print(String audience, List<Change> made, int rate) {
    long first = made.stream().mapToLong(Change::sent).min().orElseThrow();
    long last = made.stream().mapToLong(Change::sent).max().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%n%d changes, %.0f a second of the %d wanted; milliseconds %16s %8s %8s%n",
        made.size(),
        (made.size() - 1) * 1e9 / (last - first),
        rate,
        "p50",
        "p99",
        "longest");
    Times heard = lags(made, Change::heard);
    heard.print("from sending a pod's readiness to " + audience);
    lags(made.stream().filter(Change::ready).toList(), Change::heard)
        .print("  of these, a pod turned ready");
    lags(made, Change::answered).print("from sending it to the API server's answer");
    return heard;
  }

  private static void waitUntil(long instant) {
    for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
