package dev.helium.gateway.recent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.wire.TraceParent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RecentEventsTest {
  private static final PositionFormat FORMAT = new PositionFormat("cluster-1");
  private static final Position BEGINNING = Position.of(Map.of());

  @Test
  void theOldestGoWhenThereAreTooMany() {
    // given
    RecentEvents recent =
        new RecentEvents(3, 1_000_000, Position.of(Map.of(0, 10L)), BEGINNING, FORMAT);
    // when
    for (long offset = 10; offset < 15; offset++) {
      recent.append(event(0, offset, 10));
    }
    // then
    assertThat(recent.oldest()).isEqualTo(new Edge(2, Position.of(Map.of(0, 12L))));
    assertThat(recent.newest()).isEqualTo(new Edge(5, Position.of(Map.of(0, 15L))));
    assertThat(recent.at(1)).isEmpty();
    assertThat(recent.at(2).orElseThrow().event().offset()).isEqualTo(12);
    assertThat(recent.at(4).orElseThrow().after()).isEqualTo(recent.newest().position());
    assertThat(recent.at(5)).isEmpty();
  }

  @Test
  void theOldestGoWhenTheyAreTooLarge() {
    // given
    RecentEvents recent = new RecentEvents(100, 3_000, BEGINNING, BEGINNING, FORMAT);
    // when
    for (long offset = 0; offset < 10; offset++) {
      recent.append(event(0, offset, 900));
    }
    // then
    assertThat(recent.newest().index() - recent.oldest().index()).isEqualTo(3);
    // when one is larger than all may be
    recent.append(event(0, 10, 5_000));
    // then
    assertThat(recent.oldest()).isEqualTo(recent.newest());
    assertThat(recent.newest().position().next(0)).isEqualTo(11);
  }

  @Test
  void whoHasSeenSomeIsLedToTheFirstThatIsNew() {
    // given events of three partitions in any order
    Random random = new Random(5);
    RecentEvents recent = new RecentEvents(64, 1_000_000, BEGINNING, BEGINNING, FORMAT);
    Map<Integer, Long> next = new HashMap<>();
    for (int count = 0; count < 200; count++) {
      int partition = random.nextInt(3);
      long offset = next.merge(partition, 1L, Long::sum) - 1;
      recent.append(event(partition, offset, 10));
      Position seen =
          Position.of(
              Map.of(
                  0, (long) random.nextInt(80),
                  1, (long) random.nextInt(80),
                  2, (long) random.nextInt(80)));
      // when
      long first = recent.firstUnseen(seen);
      // then
      for (long index = recent.oldest().index(); index < first; index++) {
        assertThat(recent.at(index).orElseThrow().event().isAfter(seen)).isFalse();
      }
      if (first < recent.newest().index()) {
        assertThat(recent.at(first).orElseThrow().event().isAfter(seen)).isTrue();
      }
    }
  }

  @Test
  void theTextWithItsIdIsKeptOnce() {
    // given
    RecentEvents recent = new RecentEvents(8, 1_000_000, BEGINNING, BEGINNING, FORMAT);
    // when
    recent.append(event(4, 0, 20));
    KeptEvent kept = recent.at(0).orElseThrow();
    // then
    assertThat(kept.whole().toString())
        .isEqualTo(FORMAT.line(kept.after()) + kept.event().text().lines().toString());
    assertThat(kept.event().text().json().toString()).isEqualTo("x".repeat(20));
    assertThat(kept.after()).isEqualTo(Position.of(Map.of(4, 1L)));
  }

  @Test
  void fromAnyPlaceOfAPartitionOnThereIsAllThatFollowsOrNothingIsSaid() {
    // given events of two partitions, with gaps and what cannot be read
    Random random = new Random(7);
    Position begin = Position.of(Map.of(3, 100L));
    RecentEvents recent = new RecentEvents(512, 10_000_000, begin, BEGINNING, FORMAT);
    List<Long> offsets = new ArrayList<>();
    long offset = 100;
    long other = 0;
    for (int count = 0; count < 2_000; count++) {
      offset += random.nextInt(3);
      if (random.nextInt(20) == 0) {
        recent.append(missing(3, offset));
      } else {
        recent.append(event(3, offset, 10));
        offsets.add(offset);
      }
      offset++;
      if (random.nextBoolean()) {
        recent.append(event(5, other++, 10));
      }
    }
    long end = offset;
    long oldest = recent.oldest().position().next(3);
    for (long from = 100; from < end; from++) {
      long first = from;
      // when
      List<Long> found = all(recent, 3, first, end);
      // then
      if (first >= oldest) {
        assertThat(found).isEqualTo(offsets.stream().filter(each -> each >= first).toList());
      } else {
        assertThat(recent.from(3, first, 1, false)).isEmpty();
        assertThat(recent.find(3, first)).isEmpty();
      }
    }
    assertThat(oldest).isGreaterThan(100);
    assertThat(recent.find(3, offsets.getLast()).orElseThrow().offset())
        .isEqualTo(offsets.getLast());
    assertThat(recent.find(3, end)).isEmpty();
  }

  @Test
  void whoAsksForLabelsFindsNothingFromBeforeTheyWereKnown() {
    // given
    Position labelled = Position.of(Map.of(0, 2L));
    RecentEvents recent = new RecentEvents(8, 1_000_000, BEGINNING, labelled, FORMAT);
    for (long offset = 0; offset < 4; offset++) {
      recent.append(event(0, offset, 10));
    }
    // when, then
    assertThat(recent.begin(false)).isEqualTo(BEGINNING);
    assertThat(recent.begin(true)).isEqualTo(labelled);
    assertThat(recent.from(0, 1, 9, true)).isEmpty();
    assertThat(recent.from(0, 1, 9, false).orElseThrow().events()).hasSize(3);
    assertThat(recent.from(0, 2, 9, true).orElseThrow().events()).hasSize(2);
  }

  private static List<Long> all(RecentEvents recent, int partition, long from, long end) {
    List<Long> found = new ArrayList<>();
    long next = from;
    while (next < end) {
      Optional<KeptStretch> stretch = recent.from(partition, next, 50, false);
      if (stretch.isEmpty()) {
        return found;
      }
      stretch.get().events().forEach(event -> found.add(event.offset()));
      next = stretch.get().next();
    }
    return found;
  }

  private static ToldEvent missing(int partition, long offset) {
    return new ToldEvent(
        partition,
        offset,
        "",
        "name",
        "",
        Beside.NOTHING,
        Instant.EPOCH,
        TraceParent.NONE,
        EventText.comment("it is missing"));
  }

  private static ToldEvent event(int partition, long offset, int length) {
    return new ToldEvent(
        partition,
        offset,
        "name/provisioner/" + offset,
        "name",
        "type",
        Beside.NOTHING,
        Instant.EPOCH,
        TraceParent.NONE,
        EventText.event("type", "x".repeat(length)));
  }
}
