package dev.helium.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The bounds of a histogram, in seconds. Each set has the bar that it is read against as a bound,
 * so that the share of what keeps it is exact and not interpolated.
 *
 * @param word as the table of metrics calls them
 */
record Buckets(String word, List<Double> seconds) {
  /** The bar is 10 ms. */
  static final Buckets API = of("API", 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10);

  /** The bar is 100 ms. */
  static final Buckets EVENT = of("EVENT", 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30);

  /** The bar is 1 s. */
  static final Buckets EXPIRY = of("EXPIRY", 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600);

  /** The bars are 150 ms, which is a sixtieth of the command line's time, and 1 s. */
  static final Buckets READY =
      of("READY", 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1200);

  /** Of programs, resources and calls, which take as long as the cluster or a receiver does. */
  static final Buckets WORK =
      of("WORK", 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600);

  /** Of what goes through everything there is. */
  static final Buckets LONG = of("LONG", 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1800, 3600);

  private static final String OURS = "helium.";

  /** Every other timer of ours is one of work. */
  private static final Map<String, Buckets> BY_NAME =
      Map.ofEntries(
          Map.entry("helium.http.requests", API),
          Map.entry("helium.pool.wait", API),
          Map.entry("helium.decision", EVENT),
          Map.entry("helium.projection.delay", EVENT),
          Map.entry("helium.stream.lag", EVENT),
          Map.entry("helium.watcher.delay", EVENT),
          Map.entry("helium.log.transactions", EVENT),
          Map.entry("helium.deletion.expiry.lag", EXPIRY),
          Map.entry("helium.stage", READY),
          Map.entry("helium.time.to.ready", READY),
          Map.entry("helium.view.rebuild", LONG),
          Map.entry("helium.deletion.proofs", LONG),
          Map.entry("helium.ledger.sweeps", LONG));

  Buckets {
    Objects.requireNonNull(word, "word");
    seconds = List.copyOf(seconds);
  }

  private static Buckets of(String word, double... seconds) {
    return new Buckets(word, Arrays.stream(seconds).boxed().toList());
  }

  /** Those of a timer of ours. */
  static Buckets named(String timer) {
    return BY_NAME.getOrDefault(timer, WORK);
  }

  /** Makes each timer of ours a histogram with its bounds, and none with other ones. */
  static MeterFilter filter() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig configured) {
        return id.getType() == Meter.Type.TIMER && id.getName().startsWith(OURS)
            ? named(id.getName()).configuration().merge(configured)
            : configured;
      }
    };
  }

  private DistributionStatisticConfig configuration() {
    return DistributionStatisticConfig.builder()
        .percentilesHistogram(false)
        .serviceLevelObjectives(
            seconds.stream().mapToDouble(bound -> bound * TimeUnit.SECONDS.toNanos(1)).toArray())
        .build();
  }
}
