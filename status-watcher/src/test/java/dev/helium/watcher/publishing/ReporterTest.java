package dev.helium.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.ClusterName;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.ReadinessChanged;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.service.metrics.KnownNames;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.folding.Sight;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.Part;
import dev.helium.watcher.judging.Symptom;
import dev.helium.watcher.judging.Tag;
import dev.helium.wire.EventEnvelope;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReporterTest {
  private static final WorkspaceId DEMO = new WorkspaceId("demo");
  private static final Readiness READY = new Readiness.Ready();
  private static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());
  private static final int OURS = 3;
  private static final int OTHER = 5;

  private final ManualTurns turns = new ManualTurns();
  private final MockClock stopwatch = new MockClock();
  private final SimpleMeterRegistry meters =
      new SimpleMeterRegistry(SimpleConfig.DEFAULT, stopwatch);
  private final Findings findings = new Findings();
  private final List<EventRecord> log = new ArrayList<>();
  private final Deque<Promise<Void>> held = new ArrayDeque<>();
  private boolean holding;
  private int failing;
  private int sequence;
  private final Map<ClusterName, Sight> away = new HashMap<>();
  private final Reporter reporter =
      new Reporter(
          (cluster, workspace) ->
              away.getOrDefault(cluster, new Sight.Clear(findings.of(workspace))),
          Duration.ZERO,
          id -> id.equals(DEMO) ? OURS : OTHER,
          turns,
          turns,
          meters,
          KnownNames.of(Set.of("namespace")));

  @BeforeEach
  void speakForBoth() {
    see(ClusterName.DEFAULT, new Sight.NotYet());
    reporter.begin(OURS, new Known(), this::append);
    reporter.begin(OTHER, new Known(), this::append);
  }

  private Future<Void> append(EventRecord record) {
    if (failing > 0) {
      failing--;
      return Future.failedFuture("the log is away");
    }
    log.add(record);
    if (holding) {
      held.add(Promise.promise());
      return held.getLast().future();
    }
    return Future.succeededFuture();
  }

  @Test
  void saysNothingBeforeEverythingIsKnown() {
    live();
    ready();
    turns.settle();
    assertThat(log).isEmpty();
    open();
    turns.settle();
    assertThat(events()).containsExactly(new ReadinessChanged(1, READY));
  }

  @Test
  void saysNothingAboutWhatTheLogDoesNotKnow() {
    open();
    ready();
    turns.settle();
    assertThat(log).isEmpty();
    live();
    turns.settle();
    assertThat(events()).containsExactly(new ReadinessChanged(1, READY));
  }

  @Test
  void saysNothingAfterTheWorkspaceIsDeleted() {
    opened();
    learn(new Event.DeletionRequested(2, new DeletionReason.Requested(), "me"));
    learn(new Event.Deleted(new Receipt(1, List.of("gone"), Instant.EPOCH)));
    see("Pod", "web", new Part.Workload(), "", "Broken");
    turns.settle();
    assertThat(events()).containsExactly(new ReadinessChanged(1, READY));
  }

  @Test
  void numbersItsEventsAfterOneThatCannotBeRead() {
    live();
    reporter.passOver(new EventEnvelope(DEMO, Source.STATUS_WATCHER, 1));
    open();
    ready();
    turns.settle();
    assertThat(log).extracting(EventRecord::sequence).containsExactly(2L);
  }

  @Test
  void numbersItsEventsWithoutGapsAcrossLives() {
    opened();
    learn(new Event.DeletionRequested(2, new DeletionReason.Requested(), "me"));
    findings.remove(key("Namespace", "", "demo"));
    reporter.changed(DEMO);
    turns.settle();
    learn(new Event.Deleted(new Receipt(1, List.of("gone"), Instant.EPOCH)));
    learn(
        new Event.Created(
            2, 3, new WorkspaceSpec("namespace", Map.of(), Map.of()), "me", Instant.MAX));
    learn(new Event.Provisioned(3, Map.of()));
    turns.pass(Spacing.WHILE_WAITING.plusMillis(1));
    assertThat(log).extracting(EventRecord::sequence).containsExactly(1L, 2L, 3L);
    assertThat(log.getLast().event())
        .isInstanceOfSatisfying(
            ReadinessChanged.class, event -> assertThat(event.incarnation()).isEqualTo(2));
    assertThat(log).extracting(EventRecord::source).containsOnly(Source.STATUS_WATCHER);
    assertThat(log).extracting(EventRecord::cause).containsOnly(new Cause.Observed());
  }

  @Test
  void saysOneThingWhileItIsDeletedHoweverItFallsApart() {
    // given
    opened();
    see("Service", "web", new Part.Attachment(), "10.0.0.1", "");
    turns.settle();
    learn(new Event.DeletionRequested(2, new DeletionReason.Requested(), "me"));
    turns.settle();
    int before = log.size();
    // when
    for (ObjectKey gone :
        List.of(
            key("Service", "demo", "web"),
            key("Pod", "demo", "web"),
            key("Namespace", "", "demo"))) {
      findings.remove(gone);
      reporter.changed(DEMO);
      turns.settle();
    }
    // then
    assertThat(log).hasSize(before + 1);
    assertThat(codes(log.getLast())).containsExactly("Terminating");
  }

  @Test
  void goesOnFromWhatTheLogSaysItSaidBefore() {
    live();
    ready();
    heard(7, new ReadinessChanged(1, READY));
    open();
    turns.settle();
    assertThat(log).isEmpty();
    see("Service", "web", new Part.Attachment(), "10.0.0.1", "");
    turns.settle();
    assertThat(log).extracting(EventRecord::sequence).containsExactly(8L);
    assertThat(events())
        .containsExactly(new Event.ConnectionChanged(1, Map.of("Service/web", "10.0.0.1")));
  }

  @Test
  void saysOnlyTheNewestWhenChangesGatherDuringAnAppend() {
    holding = true;
    opened();
    for (int change = 0; change < 100; change++) {
      see("Pod", "web", new Part.Workload(), "", "Broken" + change);
      turns.settle();
    }
    assertThat(log).hasSize(1);
    held.remove().complete();
    turns.settle();
    assertThat(log).hasSize(2);
    assertThat(codes(log.getLast())).containsExactly("Broken99");
  }

  @Test
  void gathersWhatOnlyWaitsUntilItIsReady() {
    // given
    live();
    ready();
    open();
    // when it comes up in thirty steps of 100 ms
    for (int step = 0; step < 30; step++) {
      waiting("Step" + step);
      turns.pass(Duration.ofMillis(100));
    }
    // then
    assertThat(log).hasSizeBetween(5, 6);
    assertThat(codes(log.getFirst())).containsExactly("Step5");
    // when
    see("Pod", "web", new Part.Workload(), "", "");
    turns.settle();
    // then
    assertThat(log.getLast().event()).isEqualTo(new ReadinessChanged(1, READY));
  }

  @Test
  void measuresFromTheFirstSignOfAChangeToItsEventInTheLog() {
    // given
    opened();
    see("Pod", "web", new Part.Workload(), "", "Broken");
    // when it waits for its turn, and then for the log
    stopwatch.add(Duration.ofMillis(200));
    holding = true;
    turns.settle();
    stopwatch.add(Duration.ofMillis(30));
    held.remove().complete();
    turns.settle();
    // then
    assertThat(delay().max(TimeUnit.MILLISECONDS)).isEqualTo(230);
  }

  @Test
  void measuresWhatAChangeWaitsForTheAppendBeforeIt() {
    // given an append that is under way
    holding = true;
    opened();
    see("Pod", "web", new Part.Workload(), "", "Broken");
    turns.settle();
    // when both are appended, one after the other
    stopwatch.add(Duration.ofMillis(200));
    held.remove().complete();
    turns.settle();
    stopwatch.add(Duration.ofMillis(30));
    held.remove().complete();
    turns.settle();
    // then
    assertThat(events()).hasSize(2);
    assertThat(delay().max(TimeUnit.MILLISECONDS)).isEqualTo(230);
  }

  @Test
  void doesNotMeasureWhatItWaitsOnPurpose() {
    // given what only waits
    live();
    ready();
    waiting("Step");
    open();
    turns.settle();
    assertThat(log).isEmpty();
    // when
    stopwatch.add(Spacing.WHILE_WAITING);
    turns.pass(Spacing.WHILE_WAITING.plusMillis(1));
    // then
    assertThat(log).hasSize(1);
    assertThat(delay().count()).isEqualTo(1);
    assertThat(delay().max(TimeUnit.MILLISECONDS)).isZero();
  }

  @Test
  void saysNothingWhenAChangeIsUndoneDuringAnAppend() {
    holding = true;
    opened();
    see("Pod", "web", new Part.Workload(), "", "Broken");
    turns.settle();
    see("Pod", "web", new Part.Workload(), "", "");
    held.remove().complete();
    turns.settle();
    assertThat(events()).containsExactly(new ReadinessChanged(1, READY));
  }

  @Test
  void saysNothingMoreOfAPartitionThatDidNotTakeAnEvent() {
    // given
    failing = 1;
    opened();
    // when
    see("Pod", "web", new Part.Workload(), "", "Broken");
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void keepsOtherPartitionsGoingWhenOneTakesNoEvents() {
    // given
    failing = 1;
    opened();
    WorkspaceId other = new WorkspaceId("other");
    // when
    live(other);
    ready(other);
    turns.settle();
    // then
    assertThat(log).extracting(EventRecord::workspace).containsExactly(other);
  }

  @Test
  void saysWhatWasNotTakenOnceThePartitionIsTakenAgain() {
    // given
    failing = 1;
    opened();
    // when
    reporter.begin(OURS, lived(), this::append);
    turns.settle();
    // then
    assertThat(events()).containsExactly(new ReadinessChanged(1, READY));
  }

  @Test
  void doesNotSayAgainWhatTheLogTurnsOutToHave() {
    // given
    failing = 1;
    opened();
    Known known = lived();
    known.learn(observation(1, new ReadinessChanged(1, READY)));
    // when
    reporter.begin(OURS, known, this::append);
    turns.settle();
    // then
    assertThat(log).isEmpty();
    see("Service", "web", new Part.Attachment(), "10.0.0.1", "");
    turns.settle();
    assertThat(log).extracting(EventRecord::sequence).containsExactly(2L);
  }

  @Test
  void saysNothingOfWhatSomebodyElseSpeaksFor() {
    // given
    opened();
    // when
    reporter.end(OURS);
    see("Pod", "web", new Part.Workload(), "", "Broken");
    turns.settle();
    // then
    assertThat(events()).containsExactly(new ReadinessChanged(1, READY));
  }

  @Test
  void forgetsWhatWasUnderWayWhenThePartitionWent() {
    // given
    holding = true;
    opened();
    reporter.end(OURS);
    Known known = lived();
    known.learn(observation(1, new ReadinessChanged(1, READY)));
    known.learn(observation(2, new Event.ConnectionChanged(1, Map.of())));
    reporter.begin(OURS, known, this::append);
    // when
    held.remove().complete();
    see("Service", "web", new Part.Attachment(), "10.0.0.1", "");
    turns.settle();
    // then
    assertThat(log).extracting(EventRecord::sequence).containsExactly(1L, 3L);
  }

  @Test
  void disarmsItsTimersWhenThePartitionGoes() {
    // given
    opened();
    starting(turns.instant().plusSeconds(30));
    turns.settle();
    assertThat(turns.alarms()).isEqualTo(1);
    // when
    reporter.end(OURS);
    // then
    assertThat(turns.alarms()).isZero();
  }

  @Test
  void looksAgainWhenTimeAloneChangesIt() {
    opened();
    starting(turns.instant().plusSeconds(30));
    reporter.changed(DEMO);
    turns.settle();
    assertThat(codes(log.getLast())).containsExactly("ContainerStarting");
    assertThat(turns.alarms()).isEqualTo(1);
    turns.pass(Duration.ofSeconds(31));
    assertThat(codes(log.getLast())).containsExactly("Unhealthy");
    assertThat(turns.alarms()).isZero();
  }

  @Test
  void isReadyOnlyWhenAllHasStayedFineForTheTimeThatItsNamespaceSays() {
    // given
    live();
    ready();
    settle(Duration.ofSeconds(30));
    open();
    // when
    turns.pass(Spacing.WHILE_WAITING.plusMillis(1));
    // then
    assertThat(codes(log.getLast())).containsExactly("Settling");
    // when something is wrong for a moment
    turns.pass(Duration.ofSeconds(20));
    see("Pod", "web", new Part.Workload(), "", "Broken");
    turns.settle();
    see("Pod", "web", new Part.Workload(), "", "");
    turns.pass(Duration.ofSeconds(20));
    // then
    assertThat(codes(log.getLast())).containsExactly("Settling");
    // when
    turns.pass(Duration.ofSeconds(11));
    // then
    assertThat(log.getLast().event()).isEqualTo(new ReadinessChanged(1, READY));
  }

  @Test
  void turnsNotReadyAtOnceHoweverLongItHasToSettle() {
    // given
    live();
    ready();
    settle(Duration.ofSeconds(30));
    open();
    turns.pass(Duration.ofSeconds(31));
    // when
    see("Pod", "web", new Part.Workload(), "", "Broken");
    turns.settle();
    // then
    assertThat(codes(log.getLast())).containsExactly("Broken");
  }

  @Test
  void doesNotSettleAgainWhenItWasSaidToBeReady() {
    // given
    live();
    ready();
    settle(Duration.ofSeconds(30));
    heard(1, new ReadinessChanged(1, READY));
    // when
    open();
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void doesNotBelieveWhatStoodBeforeAnUpdate() {
    // given
    opened();
    // when
    learn(new Event.Updated(2, SPEC, "me", Instant.MAX));
    turns.settle();
    // then
    assertThat(codes(log.getLast())).containsExactly("Provisioning");
    // when its program has run to its end, and its rollout is seen after that
    learn(new Event.Provisioned(2, Map.of()));
    turns.settle();
    // then
    assertThat(codes(log.getLast())).containsExactly("Settling");
    // when
    see("Pod", "web", new Part.Workload(), "", "RolloutInProgress");
    turns.settle();
    see("Pod", "web", new Part.Workload(), "", "");
    turns.settle();
    // then
    assertThat(log.getLast().event()).isEqualTo(new ReadinessChanged(1, READY));
  }

  @Test
  void isReadyAMomentAfterAnUpdateThatChangesNothing() {
    // given
    opened();
    learn(new Event.Updated(2, SPEC, "me", Instant.MAX));
    turns.settle();
    // when
    learn(new Event.Provisioned(2, Map.of()));
    turns.pass(Stillness.AFTER_A_CHANGE.plusMillis(1));
    // then
    assertThat(log.getLast().event()).isEqualTo(new ReadinessChanged(1, READY));
  }

  @Test
  void forgetsTheTimeWhenWhatItWaitedForComes() {
    opened();
    starting(turns.instant().plusSeconds(30));
    turns.settle();
    see("Pod", "web", new Part.Workload(), "", "");
    turns.settle();
    assertThat(turns.alarms()).isZero();
    assertThat(log.getLast().event()).isEqualTo(new ReadinessChanged(1, READY));
  }

  @Test
  void boundsHowManyEventsAreUnderWayAndLosesNone() {
    holding = true;
    open();
    for (int index = 0; index < 2_000; index++) {
      WorkspaceId workspace = new WorkspaceId("many-" + index);
      live(workspace);
      ready(workspace);
    }
    turns.settle();
    assertThat(log).hasSize(512);
    while (!held.isEmpty()) {
      held.remove().complete();
      turns.settle();
    }
    assertThat(log).hasSize(2_000);
    assertThat(log).extracting(EventRecord::workspace).doesNotHaveDuplicates();
  }

  @Test
  void saysThatTheClusterIsLostAndForgetsNoAddress() {
    // given
    opened();
    see("Service", "web", new Part.Attachment(), "10.0.0.1", "");
    turns.settle();
    findings.remove(key("Service", "demo", "web"));
    // when
    see(ClusterName.DEFAULT, new Sight.Lost(Instant.parse("2026-05-31T23:59:00Z")));
    turns.settle();
    // then
    assertThat(codes(log.getLast())).containsExactly("ClusterUnreachable");
    assertThat(log.getLast().event().toString()).contains("2026-05-31T23:59:00Z");
    assertThat(log).hasSize(3);
    // when
    see("Service", "web", new Part.Attachment(), "10.0.0.1", "");
    open();
    turns.settle();
    // then
    assertThat(log).hasSize(4);
    assertThat(log.getLast().event()).isEqualTo(new ReadinessChanged(1, READY));
  }

  @Test
  void saysOnceThatTheClusterIsLostWhoeverNoticesIt() {
    // given
    opened();
    see(ClusterName.DEFAULT, new Sight.Lost(Instant.parse("2026-05-31T23:59:00Z")));
    turns.settle();
    int before = log.size();
    // when
    see(ClusterName.DEFAULT, new Sight.Lost(Instant.parse("2026-06-01T00:10:00Z")));
    turns.settle();
    // then
    assertThat(log).hasSize(before);
  }

  @Test
  void keepsToTheClusterThatTheWorkspaceLivesIn() {
    // given
    ClusterName other = new ClusterName("other");
    see(other, new Sight.NotYet());
    learn(
        new Event.Created(
            1,
            1,
            new WorkspaceSpec("namespace", Map.of("clusterStack", "other"), Map.of()),
            "me",
            Instant.MAX));
    learn(new Event.Provisioned(1, Map.of()));
    ready();
    // when
    open();
    turns.settle();
    // then
    assertThat(log).isEmpty();
    // when
    see(other, new Sight.NoCluster());
    turns.settle();
    // then
    assertThat(codes(log.getLast())).containsExactly("ClusterUnknown");
    assertThat(log.getLast().event().toString()).contains("Cluster/other");
  }

  private void open() {
    away.remove(ClusterName.DEFAULT);
    reporter.changedIn(ClusterName.DEFAULT::equals);
  }

  private void see(ClusterName cluster, Sight sight) {
    away.put(cluster, sight);
    reporter.changedIn(cluster::equals);
  }

  private void opened() {
    live();
    ready();
    open();
    turns.settle();
  }

  private void live() {
    live(DEMO);
  }

  private void live(WorkspaceId workspace) {
    learn(
        workspace,
        new Event.Created(
            1, 1, new WorkspaceSpec("namespace", Map.of(), Map.of()), "me", Instant.MAX));
    learn(workspace, new Event.Provisioned(1, Map.of()));
  }

  private void ready() {
    ready(DEMO);
  }

  private void ready(WorkspaceId workspace) {
    Tag tag = new Tag(workspace, Tag.ANY);
    findings.put(
        new Finding(key("Namespace", "", workspace.value()), tag, new Part.Home(), List.of(), ""));
    findings.put(
        new Finding(key("Pod", workspace.value(), "web"), tag, new Part.Workload(), List.of(), ""));
    reporter.changed(workspace);
  }

  private void settle(Duration settle) {
    findings.put(
        new Finding(
            key("Namespace", "", "demo"),
            new Tag(DEMO, Tag.ANY),
            new Part.Home(settle),
            List.of(),
            ""));
  }

  private void waiting(String code) {
    findings.put(
        new Finding(
            key("Pod", "demo", "web"),
            new Tag(DEMO, Tag.ANY),
            new Part.Workload(),
            List.of(new Symptom.Lasting(reason(code, ReasonKind.WAITING))),
            ""));
    reporter.changed(DEMO);
  }

  private void starting(Instant until) {
    findings.put(
        new Finding(
            key("Pod", "demo", "web"),
            new Tag(DEMO, 1),
            new Part.Workload(),
            List.of(
                new Symptom.Worsening(
                    reason("ContainerStarting", ReasonKind.WAITING),
                    until,
                    reason("Unhealthy", ReasonKind.RECOVERABLE))),
            ""));
    reporter.changed(DEMO);
  }

  private void see(String kind, String name, Part part, String address, String code) {
    List<Symptom> symptoms =
        code.isEmpty() ? List.of() : List.of(new Symptom.Lasting(reason(code, ReasonKind.FATAL)));
    findings.put(
        new Finding(key(kind, "demo", name), new Tag(DEMO, Tag.ANY), part, symptoms, address));
    reporter.changed(DEMO);
  }

  private void learn(Event event) {
    learn(DEMO, event);
  }

  private void learn(WorkspaceId workspace, Event event) {
    sequence++;
    reporter.learn(decision(workspace, sequence, event));
  }

  private void heard(long number, Event event) {
    reporter.learn(observation(number, event));
  }

  /** What the log has of {@link #live}. */
  private static Known lived() {
    Known known = new Known();
    known.learn(
        decision(
            DEMO,
            1,
            new Event.Created(
                1, 1, new WorkspaceSpec("namespace", Map.of(), Map.of()), "me", Instant.MAX)));
    known.learn(decision(DEMO, 2, new Event.Provisioned(1, Map.of())));
    return known;
  }

  private static EventRecord decision(WorkspaceId workspace, long number, Event event) {
    return new EventRecord(
        workspace, Source.PROVISIONER, number, new Cause.Observed(), Instant.EPOCH, event);
  }

  private static EventRecord observation(long number, Event event) {
    return new EventRecord(
        DEMO, Source.STATUS_WATCHER, number, new Cause.Observed(), Instant.EPOCH, event);
  }

  private Timer delay() {
    return meters.get("helium.watcher.delay").timer();
  }

  private List<Event> events() {
    return log.stream().map(EventRecord::event).toList();
  }

  private static List<String> codes(EventRecord record) {
    return record.event() instanceof ReadinessChanged seen
            && seen.readiness() instanceof Readiness.NotReady(var reasons)
        ? reasons.stream().map(Reason::code).toList()
        : List.of();
  }

  private static Reason reason(String code, ReasonKind kind) {
    return new Reason(kind, "Pod/web", code, "because");
  }

  private static ObjectKey key(String kind, String namespace, String name) {
    return new ObjectKey(kind, namespace, name);
  }
}
