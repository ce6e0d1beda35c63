package dev.helium.story.benchmark;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Numbers;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowOption;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.StackListener;
import dev.helium.story.Answer;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import dev.helium.story.chaos.Takeover;
import dev.helium.story.chaos.fault.Blow;
import dev.helium.story.chaos.fault.Fault;
import dev.helium.story.chaos.fault.Injector;
import dev.helium.story.chaos.fault.Struck;
import dev.helium.story.chaos.fault.Victim;
import dev.helium.story.chaos.journal.JournalFollower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How long work stands still whose owner is killed: two provisioners take turns in being it, while
 * they make a dozen workspaces, with nothing else on the machine.
 */
public final class TakeoverTimes {
  private static final int ROUNDS = 8;
  private static final int MOST_ROUNDS = 100;
  private static final double BAR_SECONDS = 10;
  private static final int WORKSPACES = 12;
  private static final int PROVISIONERS = 2;

  /** So long after a start, the partitions are shared again. */
  private static final Duration CALM = Duration.ofSeconds(6);

  /** Others are to take over before what was killed is there again. */
  private static final Duration AWAY = Duration.ofSeconds(12);

  private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final int rounds;
  private final Times takeovers = new Times();
  private final CountDownLatch never = new CountDownLatch(1);

  private TakeoverTimes(int rounds) {
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    RowOption row = RowOption.in(arguments);
    TakeoverTimes benchmark =
        new TakeoverTimes(
            Numbers.in(row.others(), "--rounds").of("--rounds", ROUNDS, 1, MOST_ROUNDS));
    Path project = Path.of(System.getProperty("helium.project", "."));
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting Helium with two provisioners in " + directory);
    try (StoryWorld world =
            StoryWorld.start(
                project,
                directory,
                RandomGenerator.getDefault(),
                PROVISIONERS,
                StackListener.silent());
        StoryClient client = world.client();
        JournalFollower follower = new JournalFollower(world.bootstrap())) {
      benchmark.run(world, client, follower);
      row.write(benchmark.row());
    }
  }

  private void run(StoryWorld world, StoryClient client, JournalFollower follower)
      throws InterruptedException {
    Injector injector = new Injector(world, Clock.systemUTC());
    // The first programs of a process take seconds: a provisioner that has never run one is rare.
    makeAndEnd(client, "warm-up");
    System.out.printf(
        "%-6s %-14s %9s %8s %8s%n", "round", "killed", "takeovers", "p50 s", "most s");
    for (int round = 1; round <= rounds; round++) {
      await(CALM);
      Victim victim = new Victim.Service(ServiceInstance.provisioner(1 + round % PROVISIONERS));
      make(client, "round-" + round);
      Struck struck =
          injector.make(new Fault(List.of(new Blow(Blow.Kind.KILL, victim)), Duration.ZERO, AWAY));
      untilAll(client, "round-" + round, 200, "ready");
      print(round, struck, Takeover.after(struck, follower.read()));
      end(client, "round-" + round);
    }
    System.out.printf(
        Locale.ROOT,
        "%d takeovers: p50 %.1f s, p99 %.1f s, longest %.1f s%n",
        takeovers.count(),
        takeovers.quantile(0.5) / 1e3,
        takeovers.quantile(0.99) / 1e3,
        takeovers.quantile(1) / 1e3);
  }

  private Row row() {
    return Row.of(
        List.of(
            Measure.time("kill of a provisioner to the next event, longest", "s", seconds(1))
                .wanted(BAR_SECONDS),
            Measure.time("the same, p50", "s", seconds(0.5))));
  }

  private double seconds(double share) {
    return takeovers.quantile(share) / 1e3;
  }

  private void print(int round, Struck struck, List<Takeover> made) {
    Times times = new Times();
    made.stream().map(Takeover::took).mapToDouble(Duration::toMillis).forEach(times::add);
    made.stream().map(Takeover::took).mapToDouble(Duration::toMillis).forEach(takeovers::add);
    System.out.printf(
        Locale.ROOT,
        "%-6d %-14s %-24s %9d %8.1f %8.1f%n",
        round,
        struck.fault().blows().getFirst().victim().label(),
        struck.at().truncatedTo(ChronoUnit.MILLIS),
        made.size(),
        times.quantile(0.5) / 1e3,
        times.quantile(1) / 1e3);
  }

  private void makeAndEnd(StoryClient client, String prefix) throws InterruptedException {
    make(client, prefix);
    untilAll(client, prefix, 200, "ready");
    end(client, prefix);
  }

  private static void make(StoryClient client, String prefix) {
    names(prefix)
        .forEach(
            name -> {
              int status = client.create(Map.of("name", name)).status();
              if (status != 202) {
                throw new IllegalStateException(name + " was answered with " + status);
              }
            });
  }

  private void end(StoryClient client, String prefix) throws InterruptedException {
    names(prefix).forEach(client::delete);
    untilAll(client, prefix, 404, "");
  }

  private void untilAll(StoryClient client, String prefix, int status, String word)
      throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_ROUND.toNanos();
    for (String name : names(prefix)) {
      while (!is(client, name, status, word)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(name + " did not come to " + status + " " + word);
        }
        await(INTERVAL);
      }
    }
  }

  private static boolean is(StoryClient client, String name, int status, String word) {
    Answer answer = client.get(name);
    return answer.status() == status && answer.text("Status").equals(word);
  }

  private static List<String> names(String prefix) {
    return IntStream.rangeClosed(1, WORKSPACES).mapToObj(number -> prefix + "-" + number).toList();
  }

  private void await(Duration pause) throws InterruptedException {
    // Nobody counts it down: the way to wait for a while.
    boolean _ = never.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }
}
