package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Snapshot;
import dev.helium.wire.SnapshotCodec;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a map came to hold what it holds, it is the same, byte for byte. */
class RebuildTest {
  private static final int WORKSPACES = 150;
  private static final int EVENTS = 4_000;

  private final Members members = new Members();

  @AfterEach
  void stop() {
    members.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aMapThatFollowedTheLogEqualsOneThatIsBuiltFromItAtOnce(long seed) {
    // given
    Random random = new Random(seed);
    RandomLog log = RandomLog.of(WORKSPACES, EVENTS, random);
    ViewMember followed = members.start();
    follow(followed, log.events(), random);
    // when
    ViewMember rebuilt = members.start();
    Projector projector = await(rebuilt.projector(SnapshotSource.none()));
    project(projector, log.byPartition());
    // then
    assertThat(Stored.in(rebuilt)).isEqualTo(Stored.in(followed)).isEqualTo(expected(log));
  }

  @Test
  void projectorsAtOnceInTwoMembersComeToTheSame() {
    // given
    RandomLog log = RandomLog.of(WORKSPACES, EVENTS, new Random(11));
    ViewMember one = members.start();
    ViewMember other = members.start(one.address());
    Projector first = await(one.projector(SnapshotSource.none()));
    Projector second = await(other.projector(SnapshotSource.none()));
    // when: one folds in one order and the other in another, each from the beginning
    CompletableFuture<Void> beside =
        CompletableFuture.runAsync(() -> project(second, log.byPartition()));
    project(first, log.events());
    beside.join();
    // then
    assertThat(Stored.in(one)).isEqualTo(Stored.in(other)).isEqualTo(expected(log));
  }

  @Test
  void aMapThatIsBuiltAgainOverWhatItHoldsIsTheSame() {
    // given
    RandomLog log = RandomLog.of(WORKSPACES, EVENTS, new Random(21));
    ViewMember member = members.start();
    project(await(member.projector(SnapshotSource.none())), log.events());
    Stored.views(member).remove("workspace-1");
    Stored.views(member).remove("workspace-2");
    // when
    Projector rebuilding = await(member.rebuildingProjector(SnapshotSource.none()));
    project(rebuilding, log.byPartition());
    // then
    assertThat(Stored.in(member)).isEqualTo(expected(log));
  }

  @Test
  void aMapThatStartsFromSnapshotsIsTheSame() {
    // given
    RandomLog log = RandomLog.of(WORKSPACES, EVENTS, new Random(31));
    ViewMember member = members.start();
    SnapshotSource source = snapshots(log, EVENTS / 2, EVENTS / 2 + 300);
    // when
    Projector projector = await(member.projector(source));
    project(projector, after(log, projector.from()));
    // then
    assertThat(projector.from()).isEqualTo(log.next(EVENTS / 2));
    assertThat(Stored.in(member)).isEqualTo(expected(log));
  }

  @Test
  void aSnapshotDoesNotReplaceWhatIsNewer() {
    // given
    RandomLog log = RandomLog.of(WORKSPACES, EVENTS, new Random(41));
    ViewMember member = members.start();
    project(await(member.projector(SnapshotSource.none())), log.events());
    // when
    await(member.rebuildingProjector(snapshots(log, EVENTS / 3, EVENTS / 3)));
    // then
    assertThat(Stored.in(member)).isEqualTo(expected(log));
  }

  /** Live: as events come, some again; over what the log lacks it is built again, as ever. */
  private static void follow(ViewMember member, List<ProjectedEvent.Read> events, Random random) {
    Projector projector = await(member.projector(SnapshotSource.none()));
    projector.caughtUp();
    int index = 0;
    while (index < events.size()) {
      int end = Math.min(events.size(), index + 1 + random.nextInt(40));
      int begin = Math.max(0, index - random.nextInt(30));
      if (succeeds(projector, events.subList(begin, end))) {
        index = end;
      } else {
        projector = await(member.rebuildingProjector(SnapshotSource.none()));
        project(projector, events.subList(0, end));
        projector.caughtUp();
      }
    }
  }

  private static boolean succeeds(Projector projector, List<ProjectedEvent.Read> events) {
    try {
      project(projector, events);
      return true;
    } catch (GapException gap) {
      return false;
    }
  }

  private static void project(Projector projector, List<ProjectedEvent.Read> events) {
    for (ProjectedEvent.Read event : events) {
      await(projector.project(event.record(), event.partition(), event.offset()));
    }
    await(projector.settled());
  }

  private static List<ProjectedEvent.Read> after(RandomLog log, Map<Integer, Long> from) {
    return log.events().stream()
        .filter(event -> event.offset() >= from.getOrDefault(event.partition(), 0L))
        .toList();
  }

  /** Marks that say less than the views include. */
  private static SnapshotSource snapshots(RandomLog log, int marked, int included) {
    Map<WorkspaceId, Snapshot> folded = log.folded(included);
    return partition ->
        Future.succeededFuture(
            new SnapshotSource.Part(
                log.next(marked).getOrDefault(partition, 0L),
                folded.values().stream()
                    .filter(
                        snapshot ->
                            Math.floorMod(
                                    snapshot.view().workspace().id().hashCode(),
                                    RandomLog.PARTITIONS)
                                == partition)
                    .toList()));
  }

  private static Map<String, StoredView> expected(RandomLog log) {
    SnapshotCodec codec = new SnapshotCodec();
    Map<String, StoredView> expected = new TreeMap<>();
    log.folded(log.events().size())
        .forEach((id, snapshot) -> expected.put(id.value(), StoredView.of(snapshot, codec)));
    return expected;
  }
}
