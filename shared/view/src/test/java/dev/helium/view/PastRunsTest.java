package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.PastRun;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.wire.Snapshot;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What creations took is known however the log is read. */
class PastRunsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final List<Duration> NEWEST_100 =
      LongStream.range(20, 120)
          .boxed()
          .sorted(Collections.reverseOrder())
          .map(Duration::ofMillis)
          .toList();

  private final Members members = new Members();

  @AfterEach
  void stop() {
    members.close();
  }

  @Test
  void aCreationIsARunOfItsBackendOnceItIsReady() {
    // given
    ViewMember member = members.start();
    Projector projector = await(member.projector(SnapshotSource.none()));
    projector.caughtUp();
    // when
    project(projector, run("blue", "namespace", 70));
    project(projector, run("green", "pachyderm", 90));
    // then
    assertThat(await(member.runs().of("namespace"))).containsExactly(Duration.ofMillis(70));
    assertThat(await(member.runs().of("pachyderm"))).containsExactly(Duration.ofMillis(90));
    assertThat(await(member.runs().of("another"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theNewestAreKeptInWhateverOrderPartitionsAreReadAndHoweverOften(long seed) {
    // given 120 runs, each ending later and taking longer than the one before
    ViewMember member = members.start();
    List<List<EventRecord>> runs = new ArrayList<>(runs());
    Collections.shuffle(runs, new Random(seed));
    // when
    project(await(member.projector(SnapshotSource.none())), flat(runs));
    Collections.shuffle(runs, new Random(seed + 100));
    project(await(member.rebuildingProjector(SnapshotSource.none())), flat(runs));
    // then
    assertThat(await(member.runs().of("namespace"))).isEqualTo(NEWEST_100);
  }

  @Test
  void aMapThatStartsFromSnapshotsKnowsTheRunsOfThoseThatWereNotChangedSince() {
    // given
    ViewMember member = members.start();
    Map<WorkspaceId, Snapshot> kept = new HashMap<>();
    for (EventRecord record : flat(runs())) {
      kept.compute(
          record.workspace(),
          (id, known) -> (known == null ? Snapshot.absent(id) : known).apply(record, 0));
    }
    kept.computeIfPresent(new WorkspaceId("run-119"), (id, known) -> known.apply(update(id), 400));
    // when
    await(
        member.projector(
            partition ->
                Future.succeededFuture(
                    new SnapshotSource.Part(500, partition == 0 ? kept.values() : List.of()))));
    // then
    assertThat(await(member.runs().of("namespace")))
        .hasSize(NewestRuns.MOST)
        .startsWith(Duration.ofMillis(118))
        .endsWith(Duration.ofMillis(19));
  }

  @Test
  void twoMembersComeToTheSame() {
    // given
    ViewMember one = members.start();
    ViewMember other = members.start(one.address());
    // when
    project(await(one.projector(SnapshotSource.none())), flat(runs()));
    // then
    assertThat(await(other.runs().of("namespace"))).isEqualTo(NEWEST_100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsKeptDoesNotDependOnHowItIsPutTogether(long seed) {
    // given
    Random random = new Random(seed);
    List<NewestRuns> all =
        IntStream.range(0, 300)
            .mapToObj(
                index ->
                    new PastRun(
                        "namespace",
                        new WorkspaceId("run-" + random.nextInt(200)),
                        1,
                        NOW,
                        Duration.ofMillis(5)))
            .map(NewestRuns::of)
            .toList();
    NewestRuns inOrder = all.stream().reduce(NewestRuns.NONE, NewestRuns::with);
    // when
    List<NewestRuns> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    NewestRuns half = shuffled.subList(0, 150).stream().reduce(NewestRuns.NONE, NewestRuns::with);
    NewestRuns rest = shuffled.subList(100, 300).stream().reduce(NewestRuns.NONE, NewestRuns::with);
    // then
    assertThat(rest.with(half)).isEqualTo(inOrder);
    assertThat(inOrder.runs()).hasSize(NewestRuns.MOST);
  }

  private static List<List<EventRecord>> runs() {
    return IntStream.range(0, 120)
        .mapToObj(number -> run("run-" + number, "namespace", number))
        .toList();
  }

  private static List<EventRecord> run(String name, String backend, long milliseconds) {
    WorkspaceId id = new WorkspaceId(name);
    Instant begun = NOW.plusSeconds(milliseconds);
    return List.of(
        decision(
            id,
            1,
            begun,
            new Event.Created(
                1,
                1,
                new WorkspaceSpec(backend, Map.of(), Map.of()),
                "ann",
                NOW.plusSeconds(90_000))),
        decision(id, 2, begun, new Event.Provisioned(1, Map.of())),
        new EventRecord(
            id,
            Source.STATUS_WATCHER,
            1,
            new Cause.Observed(),
            begun.plusMillis(milliseconds),
            new Event.ReadinessChanged(1, new Readiness.Ready())));
  }

  private static EventRecord update(WorkspaceId id) {
    return decision(
        id,
        3,
        NOW,
        new Event.Updated(
            2, new WorkspaceSpec("namespace", Map.of(), Map.of()), "ann", NOW.plusSeconds(90_000)));
  }

  private static EventRecord decision(WorkspaceId id, long number, Instant time, Event event) {
    return new EventRecord(
        id,
        Source.PROVISIONER,
        number,
        new Cause.Commanded(new CommandId("c-" + number)),
        time,
        event);
  }

  private static List<EventRecord> flat(List<List<EventRecord>> runs) {
    return runs.stream().flatMap(List::stream).toList();
  }

  private static void project(Projector projector, List<EventRecord> events) {
    long offset = 0;
    for (EventRecord event : events) {
      await(projector.project(event, 0, offset++));
    }
    await(projector.settled());
  }
}
