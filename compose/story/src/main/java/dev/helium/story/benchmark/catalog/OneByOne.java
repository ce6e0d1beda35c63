package dev.helium.story.benchmark.catalog;

import dev.helium.bench.row.Measure;
import dev.helium.story.benchmark.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Each backend alone, one workspace after the other, in turns with the bare client: from the
 * request to the end of the program, and to pods seen ready. What was made is gone before the next.
 */
final class OneByOne {
  private final Surroundings here;
  private final CatalogOptions options;

  OneByOne(Surroundings here, CatalogOptions options) {
    this.here = here;
    this.options = options;
  }

  /** Returns the time to ready of each. */
  List<Measure> run(List<Sample> samples) {
    System.out.printf(
        "%nOne at a time, %d of each after %d; milliseconds, p50/p99%n",
        options.times(), options.warmUp());
    System.out.printf(
        "%-12s %7s %5s %14s %14s %14s %14s %8s %8s%n",
        "backend",
        "objects",
        "pods",
        "applied",
        "ready",
        "bare applied",
        "bare ready",
        "applied",
        "ready");
    List<Measure> measured = samples.stream().map(this::measure).toList();
    System.out.println("The last two columns: Helium / bare client at p50.");
    return measured;
  }

  private Measure measure(Sample sample) {
    Times applied = new Times();
    Times ready = new Times();
    Times bareApplied = new Times();
    Times bareReady = new Times();
    for (int number = -options.warmUp(); number < options.times(); number++) {
      String name = "one-%s-%d".formatted(sample.offer().backend(), number + options.warmUp());
      Instant requested = here.make(sample.offer(), name);
      BareMaker.Made made = here.bare().make(sample.blueprint(), "bare-" + name);
      if (number >= 0) {
        applied.add(milliseconds(requested, here.heard().applied(name)));
        ready.add(milliseconds(requested, here.heard().ready(name)));
        bareApplied.add(made.applied());
        bareReady.add(made.ready());
      }
      here.bare().remove("bare-" + name);
      here.end(List.of(name));
    }
    System.out.printf(
        Locale.ROOT,
        "%-12s %7d %5d %14s %14s %14s %14s %8.1f %8.1f%n",
        sample.offer().backend(),
        sample.blueprint().objects().size() + 1,
        sample.blueprint().pods(),
        both(applied),
        both(ready),
        both(bareApplied),
        both(bareReady),
        applied.quantile(0.5) / bareApplied.quantile(0.5),
        ready.quantile(0.5) / bareReady.quantile(0.5));
    return Measure.time(
            sample.offer().backend() + ", request to ready, p50", "ms", ready.quantile(0.5))
        .beside("bare client", bareReady.quantile(0.5));
  }

  static String both(Times times) {
    return String.format(Locale.ROOT, "%.0f/%.0f", times.quantile(0.5), times.quantile(0.99));
  }

  static double milliseconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
