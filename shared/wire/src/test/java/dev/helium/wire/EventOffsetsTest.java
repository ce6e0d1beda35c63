package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventOffsetsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyEventIsFoundUnderItsNumber(long seed) {
    // given
    List<Long> all = rising(new Random(seed), 700);
    // when
    EventOffsets offsets = of(all);
    // then
    assertThat(offsets.count()).isEqualTo(all.size());
    assertThat(offsets.dropped()).isZero();
    for (int number = 1; number <= all.size(); number++) {
      assertThat(offsets.offset(number)).hasValue(all.get(number - 1));
      assertThat(offsets.number(all.get(number - 1))).hasValue(number);
    }
    assertThat(offsets.number(all.getLast() + 1)).isEmpty();
    assertThat(offsets.offset(0)).isEmpty();
    assertThat(offsets.offset(all.size() + 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void ofALongHistoryTheNewestAreKnownAndTheOthersCounted(long seed) {
    // given
    List<Long> all = rising(new Random(seed), EventOffsets.MOST + 300);
    // when
    EventOffsets offsets = of(all);
    // then
    assertThat(offsets.count()).isEqualTo(all.size());
    assertThat(offsets.dropped()).isEqualTo(300);
    assertThat(offsets.offset(300)).isEmpty();
    assertThat(offsets.after(0, Integer.MAX_VALUE))
        .isEqualTo(all.subList(300, all.size()))
        .isEqualTo(offsets.after(300, Integer.MAX_VALUE));
    assertThat(offsets.offset(all.size())).hasValue(all.getLast());
    assertThat(offsets.number(all.getLast())).hasValue(all.size());
    assertThat(offsets.number(all.get(299))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void anOffsetThatIsNotAboveTheLastChangesNothing(long seed) {
    // given
    Random random = new Random(seed);
    List<Long> all = rising(random, 200);
    EventOffsets expected = of(all);
    // when: every one is delivered again at random later times
    EventOffsets offsets = EventOffsets.none();
    for (int index = 0; index < all.size(); index++) {
      offsets = offsets.plus(all.get(index));
      for (int again = random.nextInt(4); again > 0; again--) {
        offsets = offsets.plus(all.get(random.nextInt(index + 1)));
      }
    }
    // then
    assertThat(offsets).isEqualTo(expected).hasSameHashCodeAs(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 500, EventOffsets.MOST, EventOffsets.MOST + 77})
  void comesBackFromItsBytesAsItWentAndGoesOnAlike(int count) {
    // given
    List<Long> all = rising(new Random(31 + count), count);
    EventOffsets offsets = of(all);
    long next = all.isEmpty() ? 5 : all.getLast() + 129;
    // when
    EventOffsets back = EventOffsets.unpack(offsets.dropped(), offsets.packed());
    // then
    assertThat(back).isEqualTo(offsets).hasSameHashCodeAs(offsets);
    assertThat(back.plus(next)).isEqualTo(offsets.plus(next)).isNotEqualTo(offsets);
    assertThat(back.plus(next).offset(back.count() + 1)).isEqualTo(OptionalLong.of(next));
  }

  @Test
  void aPageBeginsAboveItsNumberAndIsNotLongerThanAsked() {
    // given
    EventOffsets offsets = of(List.of(3L, 10L, 11L, 500L, 70_000L));
    // then
    assertThat(offsets.after(1, 3)).containsExactly(10L, 11L, 500L);
    assertThat(offsets.after(4, 3)).containsExactly(70_000L);
    assertThat(offsets.after(5, 3)).isEmpty();
    assertThat(offsets.after(0, 0)).isEmpty();
  }

  @Test
  void theHighestOffsetIsTaken() {
    // given
    EventOffsets offsets = of(List.of(0L, Long.MAX_VALUE));
    // then
    assertThat(EventOffsets.unpack(0, offsets.packed()).offset(2)).hasValue(Long.MAX_VALUE);
  }

  @Test
  void neighboursTakeAByteEach() {
    // given
    EventOffsets offsets = of(LongStream.range(1_000_000, 1_001_000).boxed().toList());
    // then
    assertThat(offsets.packed()).hasSizeLessThan(1_010);
  }

  @Test
  void bytesThatAreNoOffsetsAreUnreadable() {
    assertUnreadable(0, 5, 0);
    assertUnreadable(0, 0x80);
    assertUnreadable(0, 0x85, 0x00);
    assertUnreadable(-1, 5);
    assertUnreadable(3);
    assertUnreadable(0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1);
    assertUnreadable(0, 5, 255, 255, 255, 255, 255, 255, 255, 255, 127);
    assertThatThrownBy(() -> EventOffsets.unpack(0, ones(EventOffsets.MOST + 1)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("4097");
  }

  private static void assertUnreadable(long dropped, int... bytes) {
    byte[] packed = new byte[bytes.length];
    for (int index = 0; index < bytes.length; index++) {
      packed[index] = (byte) bytes[index];
    }
    assertThatThrownBy(() -> EventOffsets.unpack(dropped, packed))
        .isInstanceOf(UnreadableException.class);
  }

  private static byte[] ones(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) 1);
    return bytes;
  }

  private static EventOffsets of(List<Long> all) {
    EventOffsets offsets = EventOffsets.none();
    for (long offset : all) {
      offsets = offsets.plus(offset);
    }
    return offsets;
  }

  /** Distances of every length in bytes. */
  private static List<Long> rising(Random random, int count) {
    List<Long> offsets = new ArrayList<>();
    long offset = random.nextInt(1_000);
    for (int index = 0; index < count; index++) {
      offsets.add(offset);
      offset += 1 + (random.nextLong() >>> (24 + random.nextInt(40)));
    }
    return offsets;
  }
}
