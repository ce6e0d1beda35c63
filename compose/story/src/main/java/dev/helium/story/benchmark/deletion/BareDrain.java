package dev.helium.story.benchmark.deletion;

import dev.helium.cluster.LocalCluster;
import dev.helium.story.StoryWorld;
import dev.helium.story.benchmark.BareClient;
import java.time.Duration;
import java.util.Locale;

/** The floor: namespaces with the same objects, deleted and watched until they are gone. */
final class BareDrain {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration LONGEST_TO_DELETE = Duration.ofSeconds(2);

  private final StoryWorld world;
  private final LocalCluster cluster;
  private final int namespaces;
  private final int pods;

  BareDrain(StoryWorld world, LocalCluster cluster, DeletionOptions options) {
    this.world = world;
    this.cluster = cluster;
    this.namespaces = options.bare();
    this.pods = options.pods();
  }

  /** Returns how long it took from the first request to the last namespace gone. */
  Duration run() {
    try (BareClient client = new BareClient(cluster.kubeconfig(), pods);
        Namespaces watch =
            Namespaces.labelled(
                cluster.kubeconfig(), "app.kubernetes.io/managed-by", "bare-client")) {
      Parallel.each(namespaces, number -> client.make(name(number)));
      Waiting.until("all namespaces are seen", LONGEST, () -> watch.count() == namespaces);
      Costs.Beginning beginning = new Costs.Beginning(world, cluster);
      long begun = System.nanoTime();
      Parallel.each(namespaces, number -> client.remove(name(number)));
      Waiting.until(
          "all namespaces are gone",
          LONGEST.plus(LONGEST_TO_DELETE.multipliedBy(namespaces)),
          () -> watch.count() == 0);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      System.out.printf(
          Locale.ROOT,
          "%nBare client: %d namespaces gone in %.1f s, %.1f a second%n",
          namespaces,
          took.toNanos() / 1e9,
          namespaces / (took.toNanos() / 1e9));
      beginning.end().print();
      return took;
    }
  }

  private static String name(int number) {
    return "bare-" + number;
  }
}
