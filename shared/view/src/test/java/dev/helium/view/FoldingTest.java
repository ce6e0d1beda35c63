package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.EventEnvelope;
import dev.helium.wire.Snapshot;
import dev.helium.wire.SnapshotCodec;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldingTest {
  private static final WorkspaceId BLUE = new WorkspaceId("blue");
  private static final long ROOM_FOR_FEW = 20_000;
  private static final long ROOM = 50_000_000;

  private final Members members = new Members();
  private final SnapshotCodec codec = new SnapshotCodec();
  private ViewMember member;
  private ViewStore store;
  private Offsets offsets;

  @BeforeEach
  void start() {
    member = members.start();
    store = new ViewStore(Stored.views(member), new InstallFactory());
    offsets = new Offsets(members.vertx, Stored.instance(member).getMap(Offsets.MAP));
  }

  @AfterEach
  void stop() {
    members.close();
  }

  @Test
  void withRoomForFewViewsItComesToTheSame() {
    // given
    RandomLog log = RandomLog.of(80, 3_000, new Random(1));
    Folding folding = folding(Beginning.resumed(Map.of()), ROOM_FOR_FEW);
    // when
    for (int index = 0; index < log.events().size(); index += 50) {
      folding.take(some(log, index, 50), false, false);
    }
    folding.take(List.of(), false, true);
    // then
    assertThat(Stored.in(member)).isEqualTo(expected(log));
    assertThat(await(offsets.next())).isEqualTo(log.next(log.events().size()));
  }

  @Test
  void untilItIsWrittenNothingShowsAndNoOffsetIsKept() {
    // given
    Folding folding = folding(Beginning.resumed(Map.of()), ROOM);
    // when
    folding.take(events(Events.created(BLUE, 1, "c-1")), false, false);
    // then
    assertThat(Stored.in(member)).isEmpty();
    assertThat(await(offsets.next())).isEmpty();
  }

  @Test
  void aViewThatWasWrittenAndIsGoneIsMissed() {
    // given
    RandomLog log = RandomLog.of(80, 3_000, new Random(2));
    Folding folding = folding(Beginning.resumed(Map.of()), ROOM_FOR_FEW);
    folding.take(some(log, 0, 1_500), false, false);
    // when
    Stored.views(member).clear();
    // then
    assertThatThrownBy(() -> folding.take(some(log, 1_500, 1_500), false, false))
        .isInstanceOf(GapException.class);
  }

  @Test
  void afterASnapshotALogThatLacksAnEventIsBelieved() {
    // given
    Snapshot kept = Snapshot.absent(BLUE).apply(Events.created(BLUE, 1, "c-1"), 0);
    store.write(List.of(kept));
    Folding folding = folding(Beginning.after(Map.of(0, 1L), Map.of(BLUE, 1L)), ROOM);
    EventRecord later = Events.deletionRequested(BLUE, 3, "c-3");
    // when
    folding.take(List.of(new ProjectedEvent.Read(later, 0, 7)), false, true);
    // then
    assertThat(Stored.in(member)).containsEntry("blue", StoredView.of(kept.apply(later, 7), codec));
  }

  @Test
  void afterASnapshotAViewThatIsGoneIsMissed() {
    // given
    Folding folding = folding(Beginning.after(Map.of(0, 1L), Map.of(BLUE, 1L)), ROOM);
    // when, then
    assertThatThrownBy(() -> folding.take(events(Events.provisioned(BLUE, 2, "c-1")), false, false))
        .isInstanceOf(GapException.class)
        .hasMessageContaining("blue/provisioner/2");
  }

  @Test
  void whereItOnlyGoesOnAMissingEventIsMissed() {
    // given
    store.write(List.of(Snapshot.absent(BLUE).apply(Events.created(BLUE, 1, "c-1"), 0)));
    Folding folding = folding(Beginning.resumed(Map.of(0, 1L)), ROOM);
    // when, then
    assertThatThrownBy(
            () -> folding.take(events(Events.deletionRequested(BLUE, 3, "c-3")), false, false))
        .isInstanceOf(GapException.class);
  }

  @Test
  void anEventThatCannotBeReadCountsAndIsNotMissed() {
    // given
    Snapshot kept = Snapshot.absent(BLUE).apply(Events.created(BLUE, 1, "c-1"), 0);
    store.write(List.of(kept));
    Folding folding = folding(Beginning.resumed(Map.of(0, 1L)), ROOM);
    EventEnvelope unreadable = new EventEnvelope(BLUE, Source.PROVISIONER, 2);
    EventRecord later = Events.deletionRequested(BLUE, 3, "c-3");
    // when
    folding.take(
        List.of(
            new ProjectedEvent.PassedOver(unreadable, 0, 5), new ProjectedEvent.Read(later, 0, 7)),
        true,
        true);
    // then
    assertThat(Stored.in(member))
        .containsEntry("blue", StoredView.of(kept.passOver(unreadable, 5).apply(later, 7), codec));
    assertThat(await(offsets.next())).containsEntry(0, 8L);
  }

  @Test
  void anEventThatCannotBeReadIsMissedLikeOthersWhenThoseBeforeItAre() {
    // given
    Folding folding = folding(Beginning.resumed(Map.of(0, 1L)), ROOM);
    EventEnvelope unreadable = new EventEnvelope(BLUE, Source.STATUS_WATCHER, 2);
    // when, then
    assertThatThrownBy(
            () ->
                folding.take(List.of(new ProjectedEvent.PassedOver(unreadable, 0, 5)), true, true))
        .isInstanceOf(GapException.class)
        .hasMessageContaining("blue/status-watcher/2");
  }

  private Folding folding(Beginning beginning, long room) {
    UsedKeys keys = new UsedKeys(members.vertx, Stored.instance(member).getMap(UsedKeys.MAP));
    PastRuns runs = new PastRuns(members.vertx, Stored.instance(member).getMap(PastRuns.MAP));
    return new Folding(new Cluster(store, keys, runs, offsets), beginning, room);
  }

  private static List<ProjectedEvent> events(EventRecord record) {
    return List.of(new ProjectedEvent.Read(record, 0, 10));
  }

  private static List<ProjectedEvent> some(RandomLog log, int from, int count) {
    return List.copyOf(log.events().subList(from, Math.min(log.events().size(), from + count)));
  }

  private Map<String, StoredView> expected(RandomLog log) {
    Map<String, StoredView> expected = new TreeMap<>();
    log.folded(log.events().size())
        .forEach((id, snapshot) -> expected.put(id.value(), StoredView.of(snapshot, codec)));
    return expected;
  }
}
