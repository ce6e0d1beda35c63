package dev.helium.gateway.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PositionFormatTest {
  private final PositionFormat format = new PositionFormat("cluster-1");

  @Test
  void everyPositionIsReadAsItWasWritten() {
    // given
    Random random = new Random(20261128);
    for (int round = 0; round < 1_000; round++) {
      Position position = position(random);
      // when
      String text = format.text(position);
      // then
      assertThat(text).matches("[A-Za-z0-9_-]+").hasSizeLessThanOrEqualTo(PositionFormat.LONGEST);
      assertThat(format.read(text)).isEqualTo(new GivenPosition.Known(position));
    }
  }

  @Test
  void usualPositionsAreShort() {
    Map<Integer, Long> offsets = new HashMap<>();
    for (int partition = 0; partition < 12; partition++) {
      offsets.put(partition, 100_000L + partition);
    }
    assertThat(format.text(Position.of(offsets))).hasSizeLessThanOrEqualTo(56);
  }

  @Test
  void whatNoStreamHasGivenIsNotRead() {
    // given
    String good = format.text(Position.of(Map.of(3, 300L)));
    byte[] longer = Base64.getUrlDecoder().decode(good + "AA");
    // then
    for (String text :
        List.of(
            "",
            "1",
            "x y",
            "AAAA",
            good.substring(1),
            good.substring(0, good.length() - 2),
            good + "AA",
            good + "=",
            Base64.getUrlEncoder().encodeToString(longer),
            "A".repeat(10_000))) {
      assertThat(format.read(text)).as(text).isEqualTo(new GivenPosition.Unreadable());
    }
  }

  @Test
  void anythingAtAllCanBeGivenToRead() {
    Random random = new Random(3);
    for (int round = 0; round < 10_000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      bytes = withVersion(bytes);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      if (format.read(text) instanceof GivenPosition.Known(Position position)) {
        assertThat(format.text(position)).isEqualTo(text);
      }
    }
  }

  @Test
  void aPositionInAnotherLogIsKnownAsSuch() {
    String other = new PositionFormat("cluster-2").text(Position.of(Map.of(1, 7L)));
    assertThat(format.read(other)).isEqualTo(new GivenPosition.OfAnotherLog());
  }

  private static byte[] withVersion(byte[] bytes) {
    if (bytes.length > 0) {
      bytes[0] = 1;
    }
    return bytes;
  }

  private static Position position(Random random) {
    Map<Integer, Long> offsets = new HashMap<>();
    for (int partition = 0; partition < 12; partition++) {
      offsets.put(partition, random.nextLong() >>> (1 + random.nextInt(63)));
    }
    return Position.of(offsets);
  }
}
