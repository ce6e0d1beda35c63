package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NewestFirstTest {
  private static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");
  private static final int PARTITIONS = 3;

  @Test
  void pagesOfAnySizeAreTogetherAllThereIsInOrder() {
    for (int seed = 0; seed < 200; seed++) {
      // given
      Random random = new Random(seed);
      List<List<AuditEntry>> partitions = partitions(random);
      int limit = 1 + random.nextInt(7);
      // when
      List<AuditEntry> read = readAll(partitions, "", limit);
      // then
      List<AuditEntry> all = new ArrayList<>();
      partitions.forEach(all::addAll);
      assertThat(read).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(all);
      assertThat(read)
          .as("seed %d", seed)
          .isSortedAccordingTo(Comparator.comparing(AuditEntry::at).reversed());
    }
  }

  @Test
  void whatIsLookedForIsFoundHoweverFarBackItIs() {
    for (int seed = 0; seed < 50; seed++) {
      // given
      List<List<AuditEntry>> partitions = partitions(new Random(seed));
      // when
      List<AuditEntry> read = readAll(partitions, "ada", 2);
      // then
      assertThat(read)
          .as("seed %d", seed)
          .allMatch(entry -> entry.who().equals("ada"))
          .hasSize(
              (int)
                  partitions.stream()
                      .flatMap(List::stream)
                      .filter(entry -> entry.who().equals("ada"))
                      .count());
    }
  }

  @Test
  void whatStandsBelowALaterOneIsShownAfterItWhateverItsClockSaid() {
    // given
    AuditWindow window = new AuditWindow(0, 0, 2, false);
    window.take(0, entry(0, "ada", BEGINNING.plusSeconds(5)));
    window.take(1, entry(1, "ada", BEGINNING));
    // when
    AuditPage page = NewestFirst.page(List.of(window), query(AuditPlace.NEWEST, "", 5));
    // then
    assertThat(page.entries()).extracting(AuditEntry::id).containsExactly("a-1", "a-0");
    assertThat(page.more()).isFalse();
  }

  @Test
  void aWindowInWhichNothingCanBeReadIsPassedOver() {
    // given
    AuditWindow window = new AuditWindow(0, 10, 20, true);
    // when
    AuditPage page = NewestFirst.page(List.of(window), query(AuditPlace.NEWEST, "", 5));
    // then
    assertThat(page.entries()).isEmpty();
    assertThat(page.more()).isTrue();
    assertThat(page.next().offsets().getFirst()).isEqualTo(10);
  }

  @Test
  void aPlaceIsWhatItsTextSays() {
    // given
    List<Long> offsets = new ArrayList<>(Collections.nCopies(12, 0L));
    offsets.set(3, 123_456_789L);
    AuditPlace place = new AuditPlace(offsets);
    // then
    assertThat(AuditPlace.parse(place.text())).contains(place);
    assertThat(AuditPlace.parse("")).isEmpty();
    assertThat(AuditPlace.parse("0-1-2")).isEmpty();
    assertThat(AuditPlace.parse(place.text().toUpperCase(Locale.ROOT) + "-")).isEmpty();
  }

  private static List<AuditEntry> readAll(
      List<List<AuditEntry>> partitions, String who, int limit) {
    List<AuditEntry> read = new ArrayList<>();
    AuditPlace place = AuditPlace.NEWEST;
    boolean more = true;
    while (more) {
      AuditQuery query = query(place, who, limit);
      AuditPage page = NewestFirst.page(windows(partitions, query, limit), query);
      assertThat(page.next()).isNotEqualTo(place);
      read.addAll(page.entries());
      place = page.next();
      more = page.more();
    }
    return read;
  }

  private static List<AuditWindow> windows(
      List<List<AuditEntry>> partitions, AuditQuery query, int size) {
    List<AuditWindow> windows = new ArrayList<>();
    for (int partition = 0; partition < partitions.size(); partition++) {
      List<AuditEntry> entries = partitions.get(partition);
      int top = (int) Math.min(entries.size(), query.after().offsets().get(partition));
      int bottom = Math.max(0, top - size);
      AuditWindow window = new AuditWindow(partition, bottom, top, bottom > 0);
      for (int offset = bottom; offset < top; offset++) {
        window.take(offset, entries.get(offset));
      }
      windows.add(window);
    }
    return windows;
  }

  private static List<List<AuditEntry>> partitions(Random random) {
    List<List<AuditEntry>> partitions = new ArrayList<>();
    int number = 0;
    for (int partition = 0; partition < PARTITIONS; partition++) {
      List<AuditEntry> entries = new ArrayList<>();
      Instant time = BEGINNING;
      for (int left = random.nextInt(30); left > 0; left--) {
        time = time.plusSeconds(random.nextInt(3));
        entries.add(entry(number++, random.nextInt(10) == 0 ? "ada" : "bob", time));
      }
      partitions.add(entries);
    }
    return partitions;
  }

  private static AuditQuery query(AuditPlace after, String who, int limit) {
    return new AuditQuery("", who, after, limit);
  }

  private static AuditEntry entry(int number, String who, Instant at) {
    return new AuditEntry(
        "a-" + number,
        at,
        who,
        "user",
        "token",
        "ci",
        "deleteWorkspace",
        "example",
        "",
        202,
        "",
        "127.0.0.1");
  }
}
