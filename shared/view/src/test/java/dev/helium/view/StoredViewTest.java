package dev.helium.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Snapshot;
import dev.helium.wire.SnapshotCodec;
import org.junit.jupiter.api.Test;

class StoredViewTest {
  private static final WorkspaceId BLUE = new WorkspaceId("blue");

  private final SnapshotCodec codec = new SnapshotCodec();
  private final Snapshot one = Snapshot.absent(BLUE).apply(Events.created(BLUE, 1, "c-1"), 3);
  private final Snapshot two = one.apply(Events.provisioned(BLUE, 2, "c-1"), 8);
  private final Snapshot three = two.apply(Events.ready(BLUE, 1), 9);

  @Test
  void theNewerOfTwoIsTheOneWithMoreEvents() {
    assertThat(newest(one, two)).isEqualTo(stored(two));
    assertThat(newest(two, one)).isEqualTo(stored(two));
    assertThat(newest(two, two)).isEqualTo(stored(two));
  }

  @Test
  void aViewAheadOfItsOffsetsMeetsOffsetsAheadOfTheirView() {
    // given
    Snapshot ahead = new Snapshot(three.view(), one.offsets());
    // then
    assertThat(newest(ahead, two)).isEqualTo(stored(new Snapshot(three.view(), two.offsets())));
    assertThat(newest(two, ahead)).isEqualTo(stored(new Snapshot(three.view(), two.offsets())));
  }

  @Test
  void theListIsToldWhetherItLives() {
    // given
    Snapshot gone = two.apply(Events.deleted(BLUE, 3, "c-2"), 12);
    // then
    assertThat(stored(two).living()).isTrue();
    assertThat(stored(gone).living()).isFalse();
  }

  private StoredView newest(Snapshot present, Snapshot other) {
    return stored(present).newest(stored(other), codec);
  }

  private StoredView stored(Snapshot snapshot) {
    return StoredView.of(snapshot, codec);
  }
}
