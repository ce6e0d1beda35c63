package dev.helium.story.benchmark;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Numbers;
import dev.helium.bench.row.Part;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowOption;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.story.EventHistory;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The time from a request to a ready workspace, one at a time, each beside a bare client that makes
 * the same objects in the same cluster. All stay to the end: what is deleted would take its time
 * from what is made.
 */
public final class RequestToReady {
  private static final int WARM_UP = 30;
  private static final int MEASURED = 60;
  private static final int MOST = 1_000;
  private static final double BAR = 2.5;

  private final int warmUp;
  private final int measured;
  private final Times helium = new Times();
  private final Times bare = new Times();
  private final Times provisioned = new Times();
  private final Times ready = new Times();

  private RequestToReady(int warmUp, int measured) {
    this.warmUp = warmUp;
    this.measured = measured;
  }

  public static void main(String[] arguments) throws IOException {
    RowOption row = RowOption.in(arguments);
    Numbers numbers = Numbers.in(row.others(), "--warm-up", "--times");
    RequestToReady benchmark =
        new RequestToReady(
            numbers.of("--warm-up", WARM_UP, 0, MOST), numbers.of("--times", MEASURED, 1, MOST));
    Path project = Path.of(System.getProperty("helium.project", "."));
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting Helium in " + directory);
    try (StoryWorld world = StoryWorld.start(project, directory, RandomGenerator.getDefault());
        StoryClient client = world.client();
        BareClient floor = new BareClient(world.kubeconfig())) {
      benchmark.run(world, client, floor);
      row.write(benchmark.row());
    }
  }

  private void run(StoryWorld world, StoryClient client, BareClient floor) {
    System.out.printf("%d to warm up, %d to measure%n", warmUp, measured);
    for (int number = -warmUp; number < measured; number++) {
      String name = "measured-" + (number + warmUp);
      double ours = milliseconds(() -> make(client, name));
      double theirs = milliseconds(() -> floor.make("bare-" + name));
      if (number >= 0) {
        helium.add(ours);
        bare.add(theirs);
      }
    }
    EventHistory history = EventHistory.read(world.bootstrap());
    for (int number = warmUp; number < warmUp + measured; number++) {
      stages(history, "measured-" + number);
    }
    print();
  }

  private static void make(StoryClient client, String name) {
    int status = client.create(Map.of("name", name), "wait=ready").status();
    if (status != 200) {
      throw new IllegalStateException(name + " was answered with " + status);
    }
  }

  private void stages(EventHistory history, String name) {
    Optional<Instant> created = first(history, name, event -> event instanceof Event.Created);
    Optional<Instant> done = first(history, name, event -> event instanceof Event.Provisioned);
    Optional<Instant> seen =
        first(
            history,
            name,
            event ->
                event instanceof Event.ReadinessChanged changed
                    && changed.readiness() instanceof Readiness.Ready);
    if (created.isPresent() && done.isPresent() && seen.isPresent()) {
      provisioned.add(between(created.get(), done.get()));
      ready.add(between(created.get(), seen.get()));
    }
  }

  private static Optional<Instant> first(
      EventHistory history, String name, Predicate<Event> wanted) {
    return history.records().stream()
        .filter(record -> record.workspace().value().equals(name))
        .filter(record -> wanted.test(record.event()))
        .map(EventRecord::time)
        .findFirst();
  }

  private void print() {
    System.out.printf("%n%-44s %8s %8s%n", "milliseconds, of " + helium.count(), "p50", "p99");
    line("Helium: request to ready, over HTTP", helium);
    line("  decision to the program's end", provisioned);
    line("  decision to pods seen ready", ready);
    line("bare client: same objects, pod ready", bare);
    System.out.printf(
        Locale.ROOT,
        "Helium / bare client at p50: %.1f%n",
        helium.quantile(0.5) / bare.quantile(0.5));
  }

  private Row row() {
    double all = helium.quantile(0.5);
    double program = provisioned.quantile(0.5);
    double seen = ready.quantile(0.5);
    return new Row(
        List.of(
            Measure.time("request to ready, one namespace, p50", "ms", all)
                .beside("bare client", bare.quantile(0.5))
                .wantedRatio(BAR),
            Measure.time("the same, p99", "ms", helium.quantile(0.99))
                .beside("bare client", bare.quantile(0.99))),
        List.of(
            new Part("program", program),
            new Part("program to pods seen ready", seen - program),
            new Part("HTTP, the command's way, and back", all - seen)));
  }

  private static void line(String what, Times times) {
    System.out.printf(
        Locale.ROOT, "%-44s %8.0f %8.0f%n", what, times.quantile(0.5), times.quantile(0.99));
  }

  private static double between(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  private static double milliseconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
