package dev.helium.story.benchmark.deletion;

import dev.helium.bench.row.Measure;
import dev.helium.cluster.LocalCluster;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.log.LogUnavailableException;
import dev.helium.story.StoryWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How late the deletion of a workspace begins: from the instant of its expiry to the event, with
 * many workspaces alive. They stand in the log only; deletions go all the way to the receipt
 * meanwhile.
 */
final class Lag {
  /** From putting expiries into the log to the first one: the services start meanwhile. */
  private static final Duration LEAD = Duration.ofSeconds(60);

  private static final int WARM_UP_RATE = 10;
  private static final int WARM_UP_SECONDS = 20;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration FAR = Duration.ofDays(30);

  private final StoryWorld world;
  private final LocalCluster cluster;
  private final DeletionOptions options;

  Lag(StoryWorld world, LocalCluster cluster, DeletionOptions options) {
    this.world = world;
    this.cluster = cluster;
    this.options = options;
  }

  /** Returns what there is to say of each rate. */
  List<Measure> run() throws LogUnavailableException {
    world.kill(ServiceName.PROVISIONER);
    world.kill(ServiceName.DELETION_CONTROLLER);
    Population population = new Population(world.bootstrap());
    population.append(living());
    Instant first = Instant.now().plus(LEAD).truncatedTo(ChronoUnit.SECONDS);
    List<Stretch> stretches = stretches(first);
    for (Stretch stretch : stretches) {
      population.append(stretch.expiries());
    }
    world.start(ServiceName.PROVISIONER);
    world.start(ServiceName.DELETION_CONTROLLER);
    if (Instant.now().isAfter(first)) {
      throw new IllegalStateException("the services were not ready in time, nothing is measured");
    }
    System.out.printf(
        "%n%d workspaces live on; time from the instant of an expiry, in milliseconds%n",
        options.live());
    try (Hearing hearing =
        new Hearing(
            world.bootstrap(),
            (record, at) -> stretches.forEach(stretch -> stretch.hear(record, at)))) {
      for (Stretch stretch : stretches) {
        measure(stretch, hearing);
      }
    }
    return stretches.stream()
        .filter(Stretch::isMeasured)
        .flatMap(stretch -> stretch.measures().stream())
        .toList();
  }

  private void measure(Stretch stretch, Hearing hearing) {
    Waiting.until(
        "the first one expires",
        LONGEST.plus(LEAD),
        () -> !Instant.now().isBefore(stretch.begins()));
    Costs.Beginning beginning = new Costs.Beginning(world, cluster);
    Waiting.until(
        "every deletion at %d a second has begun".formatted(stretch.rate()),
        LONGEST.plusSeconds(stretch.seconds()),
        () -> {
          hearing.check();
          return stretch.isOver();
        });
    if (stretch.isMeasured()) {
      stretch.print();
      beginning.end().print();
    }
  }

  private Map<String, Instant> living() {
    Instant far = Instant.now().plus(FAR).truncatedTo(ChronoUnit.SECONDS);
    Map<String, Instant> expiries = new LinkedHashMap<>();
    for (int number = 0; number < options.live(); number++) {
      expiries.put("living-" + number, far);
    }
    return expiries;
  }

  /** The first one warms up what has only just started. */
  private List<Stretch> stretches(Instant first) {
    List<Stretch> stretches = new ArrayList<>();
    stretches.add(new Stretch("warm-up", first, WARM_UP_RATE, WARM_UP_SECONDS, false));
    for (int rate : options.rates()) {
      Instant begins = stretches.getLast().ends().plus(PAUSE);
      stretches.add(
          new Stretch(
              "at-" + rate + "-" + stretches.size(), begins, rate, options.seconds(), true));
    }
    return stretches;
  }
}
