package dev.helium.watcher.benchmark;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What most do who do not watch: list everything every five seconds, and compare. */
final class Polling {
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final int MOST_CHANGES = 50;
  private static final long PAGE = 500;

  private final KubernetesClient client;
  private final Requests requests;
  private final int changes;

  Polling(KubernetesClient client, Fleet fleet, Requests requests) {
    this.client = client;
    this.requests = requests;
    this.changes = Math.min(MOST_CHANGES, fleet.workspaces());
  }

  /** How long after it was sent a pod's readiness was seen, with changes all over an interval. */
  Times run() {
    Times seen = new Times();
    Map<Integer, Long> sent = new HashMap<>();
    long begun = System.nanoTime();
    for (int workspace = 0; workspace < changes; workspace++) {
      until(begun + workspace * INTERVAL.toNanos() / changes);
      sent.put(workspace, System.nanoTime());
      requests.patch(Fleet.statusPath(workspace, 0), Fleet.readiness(false), () -> {});
    }
    requests.settle();
    for (int round = 1; !sent.isEmpty(); round++) {
      until(begun + round * INTERVAL.toNanos());
      look(sent, seen);
    }
    for (int workspace = 0; workspace < changes; workspace++) {
      requests.patch(Fleet.statusPath(workspace, 0), Fleet.readiness(true), () -> {});
    }
    requests.settle();
    seen.print("listing all pods every " + INTERVAL.toSeconds() + " s, to a pod's readiness");
    return seen;
  }

  private void look(Map<Integer, Long> sent, Times seen) {
    String next = "";
    do {
      var page =
          client
              .pods()
              .inAnyNamespace()
              .withLabel("helium.dev/workspace")
              .list(
                  new ListOptionsBuilder()
                      .withLimit(PAGE)
                      .withContinue(next.isEmpty() ? null : next)
                      .build());
      for (Pod pod : page.getItems()) {
        int workspace = Fleet.number(pod.getMetadata().getNamespace());
        if (!Readiness.isPodReady(pod) && sent.containsKey(workspace)) {
          seen.add(System.nanoTime() - sent.remove(workspace));
        }
      }
      String more = page.getMetadata().getContinue();
      next = more == null ? "" : more;
    } while (!next.isEmpty());
  }

  private static void until(long instant) {
    for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
