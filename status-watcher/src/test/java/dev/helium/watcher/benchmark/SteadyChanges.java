package dev.helium.watcher.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
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
    Waiting.until("all changes are said", LONGEST, () -> made.stream().allMatch(Change::isOver));
    return made;
  }

  private Change change(int workspace, boolean ready) {
    Waiting.until("the change before is said", LONGEST, () -> changes.isOver(workspace));
    Change change = changes.begin(workspace, ready);
    change.send();
    requests.patch(Fleet.statusPath(workspace, 0), Fleet.readiness(ready), change::answer);
    return change;
  }

  static void print(List<Change> made, int rate) {
    Times toAnswer = new Times();
    Times toInformer = new Times();
    Times fromSent = new Times();
    Times fromAnswer = new Times();
    Times readyFromAnswer = new Times();
    for (Change change : made) {
      toAnswer.add(change.answered() - change.sent());
      toInformer.add(change.informed() - change.sent());
      fromSent.add(change.said() - change.sent());
      fromAnswer.add(change.said() - change.answered());
      if (change.ready()) {
        readyFromAnswer.add(change.said() - change.answered());
      }
    }
    System.out.printf(
        "%n%d changes, %d a second; milliseconds %26s %8s %8s%n",
        made.size(), rate, "p50", "p99", "longest");
    readyFromAnswer.print("a pod is ready (API server's answer) to the event");
    fromAnswer.print("any change, from the API server's answer to the event");
    fromSent.print("any change, from sending it to the event");
    toInformer.print("floor: from sending it to a bare informer");
    toAnswer.print("from sending it to the API server's answer");
    System.out.printf(
        Locale.ROOT,
        "  event / bare informer, both from sending: %.1f at p50, %.1f at p99%n",
        fromSent.quantile(0.5) / toInformer.quantile(0.5),
        fromSent.quantile(0.99) / toInformer.quantile(0.99));
  }

  private static void waitUntil(long instant) {
    for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
