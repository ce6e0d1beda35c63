package dev.helium.provisioner.benchmark;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Numbers;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowOption;
import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandLog;
import dev.helium.log.CommandSubscription;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import dev.helium.provisioner.decide.Consequences;
import dev.helium.provisioner.decide.Decisions;
import dev.helium.provisioner.decide.Owner;
import dev.helium.service.tracing.Tracing;
import dev.helium.view.Projector;
import dev.helium.view.SnapshotSource;
import dev.helium.view.ViewMember;
import dev.helium.view.ViewSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How fast commands are decided, appended and projected, on a real broker and a real map in this
 * JVM: many at once, one at a time, how long a partition takes to change hands, and how long a lost
 * map takes to be rebuilt from the log, and from snapshots.
 */
final class CoreBenchmark {
  private static final int MANY = 20_000;
  private static final int ALONE = 300;
  private static final int MOST = 1_000_000;
  private static final RetryPolicy RETRIES =
      new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofMinutes(1));

  private final PrintStream out;
  private final Vertx vertx = Vertx.vertx();
  private final LogSettings settings;
  private final int commands;
  private final int alone;
  private final List<Measure> measures = new ArrayList<>();

  private CoreBenchmark(PrintStream out, LogSettings settings, int commands, int alone) {
    this.out = out;
    this.settings = settings;
    this.commands = commands;
    this.alone = alone;
  }

  public static void main(String[] arguments) throws Exception {
    RowOption row = RowOption.in(arguments);
    Numbers numbers = Numbers.in(row.others(), "--commands", "--alone");
    List<Measure> measures = new ArrayList<>();
    Path directory = Files.createTempDirectory("helium-core");
    try (KafkaBroker broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory))) {
      CoreBenchmark benchmark =
          new CoreBenchmark(
              System.out,
              new LogSettings(broker.bootstrap()),
              numbers.of("--commands", MANY, 2, MOST),
              numbers.of("--alone", ALONE, 1, MOST));
      benchmark.run();
      measures.addAll(benchmark.measures);
    }
    if (numbers.of("--commands", MANY, 2, MOST) == MANY) {
      measures.addAll(rebuild(System.out));
    }
    row.write(Row.of(measures));
  }

  private void run() throws Exception {
    done(TopicAdministration.ensure(vertx, settings));
    ViewMember member = done(ViewMember.start(vertx, new ViewSettings("127.0.0.1", 0, List.of())));
    Projector projector = done(member.projector(SnapshotSource.none()));
    EventTail tail =
        new EventTail(
            vertx,
            settings,
            projector.from(),
            delivery ->
                projector.project(delivery.record(), delivery.partition(), delivery.offset()));
    done(tail.start());
    done(tail.caughtUp());
    done(projector.settled());
    projector.caughtUp();
    CommandLog commands = new CommandLog(vertx, settings);
    CommandSubscription provisioner = provisioner();
    done(provisioner.start());
    submit(commands, member, "warm-up", 0);

    many(commands, member);
    alone(commands, member);
    done(provisioner.close());
    takeover(commands, member);
    done(tail.close());
    done(commands.close());
    done(member.close());
    done(vertx.close());
  }

  private static List<Measure> rebuild(PrintStream out) throws Exception {
    Path directory = Files.createTempDirectory("helium-rebuild");
    try (KafkaBroker broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory))) {
      return new RebuildMeasurement(out, new LogSettings(broker.bootstrap())).run();
    }
  }

  /** Decided and visible in the view, all handed in at once. */
  private void many(CommandLog commands, ViewMember member) throws Exception {
    long start = System.nanoTime();
    List<Future<Void>> appended = new ArrayList<>();
    for (int number = 0; number < this.commands; number++) {
      appended.add(commands.append(create("many-" + number, number % (this.commands / 2))));
    }
    done(Future.all(appended));
    long handedIn = System.nanoTime();
    CountDownLatch left = new CountDownLatch(this.commands / 2);
    for (int number = this.commands / 2; number < this.commands; number++) {
      member
          .views()
          .decided(create("many-" + number, number % (this.commands / 2)), Duration.ofMinutes(2))
          .onSuccess(decision -> left.countDown());
    }
    if (!left.await(3, TimeUnit.MINUTES)) {
      throw new TimeoutException("not all commands were decided");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        "%d commands about %d workspaces, decided and shown: %.0f a second (handing in took %.1f of"
            + " %.1f s)%n",
        this.commands,
        this.commands / 2,
        this.commands / seconds,
        (handedIn - start) / 1e9,
        seconds);
    measures.add(Measure.rate("commands decided and shown", "a second", this.commands / seconds));
  }

  private void alone(CommandLog commands, ViewMember member) throws Exception {
    double[] milliseconds = new double[this.alone];
    for (int number = 0; number < this.alone; number++) {
      long start = System.nanoTime();
      submit(commands, member, "alone-" + number, number);
      milliseconds[number] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    out.printf(
        "one command from its append to the view: p50 %.1f ms, p99 %.1f ms%n",
        milliseconds[this.alone / 2], milliseconds[this.alone * 99 / 100]);
    measures.add(
        Measure.time("one command to the view, p99", "ms", milliseconds[this.alone * 99 / 100]));
  }

  /** From the start of a new owner to its first decision, with all that was decided to be known. */
  private void takeover(CommandLog commands, ViewMember member) throws Exception {
    CommandSubscription next = provisioner();
    long start = System.nanoTime();
    done(next.start());
    submit(commands, member, "takeover", 1);
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf("an owner that starts anew decides after %.1f s%n", seconds);
    measures.add(Measure.time("a new owner, to its first decision", "s", seconds));
    done(next.close());
  }

  private static void submit(CommandLog commands, ViewMember member, String id, int workspace)
      throws Exception {
    Command command = create(id, workspace);
    done(commands.append(command));
    if (done(member.views().decided(command, Duration.ofMinutes(1))).isEmpty()) {
      throw new TimeoutException(id + " was not decided");
    }
  }

  private CommandSubscription provisioner() {
    return provisioner(vertx, settings);
  }

  static CommandSubscription provisioner(Vertx vertx, LogSettings settings) {
    Decider decider =
        new Decider(
            new ExpiryPolicy(ZoneOffset.UTC, 1, 90), RETRIES, RETRIES, ignored -> List.of());
    return new CommandSubscription(
        vertx,
        settings,
        "helium-provisioner",
        new Decisions(
            vertx,
            settings,
            ignored -> Future.succeededFuture(),
            decider,
            new Nothing(),
            Clock.systemUTC(),
            Tracing.off()));
  }

  private static Command create(String id, int workspace) {
    return new Command.Create(
        new CommandId(id),
        new WorkspaceId("workspace-" + workspace),
        "ada",
        "namespace",
        Map.of(),
        Map.of(),
        new ExpiryRequest.Unspecified());
  }

  private static <T> T done(Future<T> future) throws TimeoutException {
    return future.await(3, TimeUnit.MINUTES);
  }

  /** Attempts are measured elsewhere. */
  private static final class Nothing implements Consequences {
    @Override
    public void before(Command command, long offset, List<LifecycleEvent> events) {
      // Nothing was uploaded.
    }

    @Override
    public void of(Workspace workspace, Owner owner) {
      // Nothing is run.
    }

    @Override
    public void forget(WorkspaceId workspace, Owner owner) {
      // Nothing runs.
    }
  }
}
