package dev.helium.story.benchmark.deletion;

import dev.helium.bench.row.Measure;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.component.Component;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.log.LogUnavailableException;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Many workspaces expire at one instant: how long until all are gone with receipts, beside a bare
 * client that deletes namespaces with the same objects in the same cluster before.
 */
final class Drain {
  private static final double BAR = 1.2;
  private static final String WORKSPACE_LABEL = "helium.dev/workspace";
  private static final Duration TO_BEGIN = Duration.ofSeconds(30);

  /** What a workspace may take to be made before it expires; one that takes longer only waits. */
  private static final Duration TO_MAKE = Duration.ofMillis(150);

  private static final Duration LONGEST_TO_MAKE = Duration.ofSeconds(2);
  private static final Duration LONGEST_TO_DELETE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int QUARTERS = 4;

  private final StoryWorld world;
  private final LocalCluster cluster;
  private final int workspaces;
  private final int bareNamespaces;
  private final boolean copies;
  private final BareDrain bareDrain;

  Drain(StoryWorld world, LocalCluster cluster, DeletionOptions options) {
    this.world = world;
    this.cluster = cluster;
    this.workspaces = options.workspaces();
    this.bareNamespaces = options.bare();
    this.copies = options.copies();
    this.bareDrain = new BareDrain(world, cluster, options);
  }

  List<Measure> run() throws LogUnavailableException {
    if (copies) {
      // Where there are no pods it would do nothing but read all services again and again.
      cluster.kill(Component.KWOK);
    }
    Duration bare = bareDrain.run();
    world.kill(ServiceName.DELETION_CONTROLLER);
    Lives lives = new Lives();
    try (Hearing hearing = new Hearing(world.bootstrap(), lives)) {
      Instant expiry =
          Instant.now()
              .plus(TO_BEGIN)
              .plus(TO_MAKE.multipliedBy(workspaces))
              .truncatedTo(ChronoUnit.SECONDS);
      make(expiry, lives, hearing);
      Duration ours = drain(expiry, lives, hearing);
      double ratio =
          (double) ours.toNanos() / workspaces / ((double) bare.toNanos() / bareNamespaces);
      System.out.printf(
          Locale.ROOT,
          "%nHelium / bare client, time for each: %.2f; at most %.1f: %s%n",
          ratio,
          BAR,
          ratio <= BAR ? "holds" : "does not hold");
      return List.of(
          Measure.time(
                  "%,d%s expired at once, to receipts; time for each"
                      .formatted(workspaces, copies ? " copies without pods" : ""),
                  "ms",
                  milliseconds(ours, workspaces))
              .beside("bare client", milliseconds(bare, bareNamespaces))
              .wantedRatio(BAR));
    }
  }

  private static double milliseconds(Duration all, int count) {
    return all.toNanos() / 1e6 / count;
  }

  private void make(Instant expiry, Lives lives, Hearing hearing) throws LogUnavailableException {
    long begun = System.nanoTime();
    if (copies) {
      create(1, expiry, 0);
      await("the first is provisioned", hearing, () -> lives.provisioned() == 1);
      new Copies(world, cluster.kubeconfig(), Drain::name).make(workspaces);
      await("all are provisioned", hearing, () -> lives.provisioned() == workspaces);
    } else {
      create(workspaces, expiry, 1);
      await("every workspace is ready", hearing, () -> lives.ready() == workspaces);
    }
    System.out.printf(
        Locale.ROOT,
        "%n%d workspaces made%s in %.0f s, no deletion controller yet%n",
        workspaces,
        copies ? ", all but one as copies," : " and ready",
        (System.nanoTime() - begun) / 1e9);
  }

  private void create(int count, Instant expiry, int replicas) {
    try (StoryClient client = world.client()) {
      Parallel.each(count, number -> create(client, name(number), expiry, replicas));
    }
  }

  private void await(String what, Hearing hearing, BooleanSupplier condition) {
    Waiting.until(
        what,
        LONGEST.plus(LONGEST_TO_MAKE.multipliedBy(workspaces)),
        () -> {
          hearing.check();
          return condition.getAsBoolean();
        });
  }

  private static String name(int number) {
    return "expiring-" + number;
  }

  private static void create(StoryClient client, String name, Instant expiry, int replicas) {
    int status =
        client
            .create(
                Map.of(
                    "name",
                    name,
                    "expiry",
                    expiry.toString(),
                    "parameters",
                    "{\"replicas\":" + replicas + "}"))
            .status();
    if (status != 202) {
      throw new IllegalStateException(name + " was answered with " + status);
    }
  }

  private Duration drain(Instant expiry, Lives lives, Hearing hearing) {
    int failedBefore = lives.failures();
    Heaps heaps = new Heaps(world);
    world.start(ServiceName.DELETION_CONTROLLER);
    Instant ready = Instant.now();
    heaps.sample();
    Waiting.until(
        "the first deletion begins",
        LONGEST.plus(TO_MAKE.multipliedBy(workspaces)),
        () -> lives.leaving() > 0);
    Costs.Beginning beginning = new Costs.Beginning(world, cluster);
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      int wanted = Math.ceilDiv(workspaces * quarter, QUARTERS);
      Waiting.until(
          wanted + " workspaces are gone",
          LONGEST.plus(LONGEST_TO_DELETE.multipliedBy(workspaces)),
          () -> {
            check(hearing);
            return lives.gone() >= wanted;
          });
      heaps.sample();
    }
    Costs costs = beginning.end();
    print(ready.isAfter(expiry) ? ready : expiry, lives, failedBefore);
    costs.print();
    heaps.print();
    return lives.took();
  }

  /** What nobody works on any more would be waited for in vain. */
  private void check(Hearing hearing) {
    hearing.check();
    if (world.stack().process(ServiceInstance.first(ServiceName.DELETION_CONTROLLER)).isEmpty()) {
      throw new IllegalStateException("the deletion controller has ended");
    }
  }

  /** Takes when the deletions could begin: at the expiry, or when there was a controller. */
  private void print(Instant due, Lives lives, int failedBefore) {
    double seconds = lives.took().toNanos() / 1e9;
    System.out.printf(
        Locale.ROOT,
        """

        Helium: %d workspaces gone with receipts in %.1f s, %.1f a second
          first deletion %.1f s after the expiry or, if that was later, the controller's start
          namespaces left of workspaces: %d; attempts to be made again: %d
        """,
        lives.gone(),
        seconds,
        lives.gone() / seconds,
        Math.max(0, Duration.between(due, lives.firstLeaving()).toMillis()) / 1e3,
        Namespaces.count(cluster.kubeconfig(), WORKSPACE_LABEL),
        lives.failures() - failedBefore);
  }
}
