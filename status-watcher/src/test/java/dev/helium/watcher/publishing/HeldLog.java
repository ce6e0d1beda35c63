package dev.helium.watcher.publishing;

import dev.helium.domain.Cause;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Event.ReadinessChanged;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.service.metrics.KnownNames;
import dev.helium.watcher.folding.Sight;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A log in some partitions that answers when it is told to, and fails when it is told to. */
final class HeldLog {
  private static final int PARTITIONS = 4;
  private static final int ONE_OF_FAILS = 500;

  private record Waiting(EventRecord record, Promise<Void> done) {}

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final StormyFleet fleet;
  private final ManualTurns turns;
  private final Reporter reporter;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Map<WorkspaceId, List<EventRecord>> said = new HashMap<>();
  private final Map<WorkspaceId, ReadinessChanged> last = new HashMap<>();
  private BooleanSupplier fails = () -> false;
  private BooleanSupplier isThereAllTheSame = () -> false;

  /** How often each partition was taken: who had it before appends nothing any more. */
  private final int[] takings = new int[PARTITIONS];

  private int answers;
  private int losses;

  HeldLog(StormyFleet fleet, ManualTurns turns) {
    this.fleet = fleet;
    this.turns = turns;
    this.reporter =
        new Reporter(
            (cluster, workspace) -> new Sight.Clear(fleet.findings().of(workspace)),
            Duration.ZERO,
            HeldLog::partition,
            turns,
            turns,
            meters,
            KnownNames.of(Set.of("namespace")));
  }

  Reporter reporter() {
    return reporter;
  }

  void open() {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      begin(partition);
    }
    reporter.changedIn(ClusterName.DEFAULT::equals);
  }

  void failSometimes(Random random) {
    fails = () -> random.nextInt(ONE_OF_FAILS) == 0;
    isThereAllTheSame = random::nextBoolean;
  }

  /** What was said before and how often the log answered does not count any more. */
  void forgetCounts() {
    said.clear();
    answers = 0;
  }

  /** Answers all that is under way, once. */
  void answer() {
    answers++;
    for (int left = waiting.size(); left > 0 && !waiting.isEmpty(); left--) {
      answer(waiting.remove());
    }
    turns.settle();
  }

  /** Answers until nothing is under way any more. */
  void answerAll() {
    turns.settle();
    while (!waiting.isEmpty()) {
      answer();
    }
  }

  List<EventRecord> said(WorkspaceId id) {
    return said.getOrDefault(id, List.of());
  }

  Readiness last(WorkspaceId id) {
    return last.get(id).readiness();
  }

  int answers() {
    return answers;
  }

  /** How often a partition was lost and taken again. */
  int losses() {
    return losses;
  }

  int underWay() {
    return waiting.size();
  }

  double marked() {
    return meters.get("helium.watcher.marked").gauge().value();
  }

  private Future<Void> append(EventRecord record, int taken) {
    if (taken != takings[partition(record.workspace())]) {
      return Future.failedFuture("somebody else has the partition");
    }
    Waiting next = new Waiting(record, Promise.promise());
    waiting.add(next);
    return next.done().future();
  }

  private void answer(Waiting next) {
    if (fails.getAsBoolean()) {
      lose(next);
    } else {
      take(next.record());
      next.done().complete();
    }
  }

  /** Nothing that is under way in the partition gets an answer; the first may be in the log. */
  private void lose(Waiting first) {
    losses++;
    int partition = partition(first.record().workspace());
    takings[partition]++;
    if (isThereAllTheSame.getAsBoolean()) {
      take(first.record());
    }
    first.done().fail("the log is away");
    List<Waiting> lost =
        waiting.stream().filter(each -> partition(each.record().workspace()) == partition).toList();
    waiting.removeAll(lost);
    lost.forEach(each -> each.done().fail("the log is away"));
    turns.settle();
    begin(partition);
  }

  private void take(EventRecord record) {
    said.computeIfAbsent(record.workspace(), id -> new ArrayList<>()).add(record);
    if (record.event() instanceof ReadinessChanged changed) {
      last.put(record.workspace(), changed);
    }
  }

  private void begin(int partition) {
    Known known = new Known();
    fleet.ids().stream()
        .filter(id -> partition(id) == partition)
        .forEach(
            id -> {
              known.learn(decision(id, 1, created()));
              known.learn(decision(id, 2, new Event.Provisioned(1, Map.of())));
              said(id).forEach(known::learn);
            });
    int taken = takings[partition];
    reporter.begin(partition, known, record -> append(record, taken));
  }

  private static int partition(WorkspaceId id) {
    return Math.floorMod(id.hashCode(), PARTITIONS);
  }

  private static LifecycleEvent created() {
    return new Event.Created(
        1, 1, new WorkspaceSpec("namespace", Map.of(), Map.of()), "me", Instant.MAX);
  }

  private static EventRecord decision(WorkspaceId id, long sequence, LifecycleEvent event) {
    return new EventRecord(
        id, Source.PROVISIONER, sequence, new Cause.Observed(), Instant.EPOCH, event);
  }
}
