package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SnapshotTest {
  private static final WorkspaceId ID = new WorkspaceId("example");

  private final SnapshotCodec codec = new SnapshotCodec();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void comesBackAsItWentAtEveryPlaceOfAHistory(long seed) {
    // given
    List<EventRecord> history = Histories.random(ID, 60, new Random(seed));
    Snapshot snapshot = Snapshot.absent(ID);
    for (int index = 0; index < history.size(); index++) {
      snapshot = snapshot.apply(history.get(index), 3L * index);
      // when
      byte[] bytes = codec.encode(snapshot);
      Snapshot back = codec.decode(bytes);
      // then
      assertThat(back).isEqualTo(snapshot);
      assertThat(codec.encode(back)).isEqualTo(bytes);
      assertThat(snapshot.offsets().count()).isEqualTo(index + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void eventsDeliveredAgainChangeNothing(long seed) {
    // given
    Random random = new Random(seed);
    List<EventRecord> history = Histories.random(ID, 80, random);
    Snapshot expected = folded(history);
    // when
    Snapshot snapshot = Snapshot.absent(ID);
    for (int index = 0; index < history.size(); index++) {
      int from = random.nextInt(index + 1);
      for (int again = from; again <= index; again++) {
        snapshot = snapshot.apply(history.get(again), again);
      }
    }
    // then
    assertThat(snapshot).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void aViewThatIsAheadOfItsOffsetsIsCaughtUpByThem(long seed) {
    // given
    List<EventRecord> history = Histories.random(ID, 80, new Random(seed));
    int known = 30;
    Snapshot ahead =
        new Snapshot(folded(history).view(), folded(history.subList(0, known)).offsets());
    // when
    Snapshot snapshot = ahead;
    for (int index = 10; index < history.size(); index++) {
      snapshot = snapshot.apply(history.get(index), index);
    }
    // then
    assertThat(snapshot).isEqualTo(folded(history));
  }

  @Test
  void theSameEventAtASecondPlaceIsNotCountedTwice() {
    // given
    List<EventRecord> history = Histories.random(ID, 10, new Random(31));
    Snapshot whole = folded(history);
    // when
    Snapshot snapshot = whole.apply(history.getLast(), 999);
    // then
    assertThat(snapshot).isEqualTo(whole);
  }

  @Test
  void whatIsNoSnapshotIsUnreadable() {
    // given
    String good =
        new String(
            codec.encode(folded(Histories.random(ID, 3, new Random(41)))), StandardCharsets.UTF_8);
    // then
    assertUnreadable("");
    assertUnreadable("null");
    assertUnreadable("{}");
    assertUnreadable(good.substring(0, good.length() - 1));
    assertUnreadable(good.replaceFirst("\"offsets\":\"[^\"]*\"", "\"offsets\":\"BQA=\""));
    assertUnreadable(good.replaceFirst("\"offsets\":\"[^\"]*\"", "\"offsets\":\"#\""));
    assertUnreadable(good.replaceFirst("\"dropped\":0", "\"dropped\":-1"));
    assertUnreadable(good.replaceFirst("\"dropped\":0,", ""));
  }

  private void assertUnreadable(String text) {
    assertThatThrownBy(() -> codec.decode(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableException.class);
  }

  private static Snapshot folded(List<EventRecord> history) {
    Snapshot snapshot = Snapshot.absent(ID);
    for (int index = 0; index < history.size(); index++) {
      snapshot = snapshot.apply(history.get(index), index);
    }
    return snapshot;
  }
}
