package dev.helium.story.benchmark.catalog;

import dev.helium.bench.row.Measure;
import dev.helium.launcher.stack.ProcessStatus;
import dev.helium.story.benchmark.Times;
import dev.helium.story.benchmark.deletion.Costs;
import dev.helium.story.benchmark.deletion.Heaps;
import dev.helium.story.benchmark.deletion.Namespaces;
import dev.helium.story.benchmark.deletion.Parallel;
import dev.helium.story.benchmark.deletion.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Workspaces of all kinds in turns, asked for at once: how many a minute become ready, how long
 * each takes from its request, and what the services need for it. Before that a bare client makes
 * the same objects, eight workspaces at once.
 */
final class Crowd {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final double BAR = 0.7;

  private final Surroundings here;
  private final List<Sample> samples;
  private final int workspaces;

  Crowd(Surroundings here, List<Sample> samples, int workspaces) {
    this.here = here;
    this.samples = samples;
    this.workspaces = workspaces;
  }

  Measure run() {
    double theirs = bare();
    double ours = helium();
    System.out.printf(
        Locale.ROOT, "%nHelium / bare client, workspaces a minute: %.2f%n", ours / theirs);
    return Measure.rate(
            "%,d of all kinds asked for at once".formatted(workspaces), "a minute", ours)
        .beside("bare client, eight at once", theirs)
        .wantedRatio(BAR);
  }

  private double bare() {
    Costs.Beginning beginning = new Costs.Beginning(here.world(), here.cluster());
    Times ready = new Times();
    long begun = System.nanoTime();
    double[] took = new double[workspaces];
    Parallel.each(
        workspaces,
        number ->
            took[number] = here.bare().make(sample(number).blueprint(), bareName(number)).ready());
    Duration all = Duration.ofNanos(System.nanoTime() - begun);
    Arrays.stream(took).forEach(ready::add);
    print("Bare client, eight at once", all);
    System.out.printf(
        "  from the beginning of each to its pods ready, ms: %s (p50/p99)%n", OneByOne.both(ready));
    beginning.end().print();
    try (Namespaces left =
        Namespaces.labelled(here.cluster().kubeconfig(), BareMaker.LABEL, BareMaker.VALUE)) {
      Parallel.each(workspaces, number -> here.bare().remove(bareName(number)));
      Waiting.until("all namespaces are gone", LONGEST, () -> left.count() == 0);
    }
    return aMinute(all);
  }

  private double helium() {
    Heaps heaps = new Heaps(here.world());
    heaps.sample();
    Costs.Beginning beginning = new Costs.Beginning(here.world(), here.cluster());
    Instant[] requested = new Instant[workspaces];
    Instant begun = Instant.now();
    Parallel.each(
        workspaces,
        number -> {
          requested[number] = Instant.now();
          sample(number).offer().ask(here.client(), name(number));
        });
    List<String> names = IntStream.range(0, workspaces).mapToObj(Crowd::name).toList();
    here.untilReady(names);
    Costs costs = beginning.end();
    Duration all =
        Duration.between(
            begun, names.stream().map(here.heard()::ready).max(Instant::compareTo).orElseThrow());
    print("Helium, all asked for at once", all);
    stages(requested);
    costs.print();
    resident();
    heaps.sample();
    heaps.print();
    here.end(names);
    return aMinute(all);
  }

  private void stages(Instant[] requested) {
    System.out.println("  from the request, ms (p50/p99):          applied          ready");
    for (Sample sample : samples) {
      Times applied = new Times();
      Times ready = new Times();
      for (int number = 0; number < workspaces; number++) {
        if (sample(number).equals(sample)) {
          applied.add(time(requested[number], here.heard().applied(name(number))));
          ready.add(time(requested[number], here.heard().ready(name(number))));
        }
      }
      if (ready.count() > 0) {
        stage("%s, %d".formatted(sample.offer().backend(), ready.count()), applied, ready);
      }
    }
    Times applied = new Times();
    Times ready = new Times();
    for (int number = 0; number < workspaces; number++) {
      applied.add(time(requested[number], here.heard().applied(name(number))));
      ready.add(time(requested[number], here.heard().ready(name(number))));
    }
    stage("all", applied, ready);
  }

  private static void stage(String of, Times applied, Times ready) {
    System.out.printf("  %-34s %14s %14s%n", of, OneByOne.both(applied), OneByOne.both(ready));
  }

  private void resident() {
    long sum = 0;
    System.out.println("  resident at the end, MiB");
    for (ProcessStatus process : here.world().status()) {
      if (process.residentKibibytes().isPresent()) {
        long mebibytes = process.residentKibibytes().getAsLong() / 1024;
        sum += mebibytes;
        System.out.printf("  %-28s %12d%n", process.name(), mebibytes);
      }
    }
    System.out.printf("  %-28s %12d%n", "all", sum);
  }

  private void print(String who, Duration all) {
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d workspaces ready in %.1f s, %.1f a minute%n",
        who,
        workspaces,
        all.toNanos() / 1e9,
        aMinute(all));
  }

  private double aMinute(Duration all) {
    return workspaces * 60e9 / all.toNanos();
  }

  private static double time(Instant from, Instant to) {
    return OneByOne.milliseconds(from, to);
  }

  private Sample sample(int number) {
    return samples.get(number % samples.size());
  }

  private static String name(int number) {
    return "mixed-" + number;
  }

  private static String bareName(int number) {
    return "bare-mixed-" + number;
  }
}
