package dev.helium.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.Role;
import dev.helium.gateway.labels.LabelFilter;
import dev.helium.gateway.recent.Beside;
import dev.helium.gateway.recent.EventText;
import dev.helium.gateway.recent.GivenPosition;
import dev.helium.gateway.recent.KeptEvent;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.PositionFormat;
import dev.helium.gateway.recent.RecentEvents;
import dev.helium.gateway.recent.ToldEvent;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two gateways have the same partitions, each in an order of its own. */
final class RecentReadingTest {
  private static final PositionFormat FORMAT = new PositionFormat("cluster-1");
  private static final SseText TEXT = new SseText(FORMAT);
  private static final Position BEGINNING = Position.of(Map.of());
  private static final Permit PERMIT = new Permit(new Identity("ann", Role.USER));
  private static final int PARTITIONS = 4;
  private static final int EACH = 60;

  @Test
  void whoComesFromAnotherGatewayGetsTheRestOfEachPartitionOnce() {
    for (long seed = 1; seed <= 50; seed++) {
      // given what somebody had from one gateway
      Random random = new Random(seed);
      RecentEvents there = events(random);
      KeptEvent last = there.at(random.nextInt(PARTITIONS * EACH)).orElseThrow();
      Position position = last.after();
      // when they go on at another one
      List<Heard> heard = heard(events(random), position, random);
      // then
      for (int partition = 0; partition < PARTITIONS; partition++) {
        int number = partition;
        assertThat(heard.stream().filter(each -> each.partition() == number))
            .as("seed " + seed)
            .extracting(Heard::offset)
            .containsExactlyElementsOf(
                LongStream.range(position.next(partition), EACH).boxed().toList());
      }
      assertThat(positions(heard, position)).isEqualTo(heard.stream().map(Heard::after).toList());
    }
  }

  @Test
  void whoHasSeenMoreThanThisGatewayWaitsForIt() {
    // given
    RecentEvents recent = new RecentEvents(64, 1_000_000, BEGINNING, BEGINNING, FORMAT);
    recent.append(event(0, 0));
    Subscriber ahead = subscriber(Position.of(Map.of(0, 1L, 1, 2L)), EventFilter.EVERYTHING);
    ahead.apart(true);
    ahead.goesOnAt(recent.firstUnseen(ahead.position()));
    RecentReading reading = new RecentReading(recent, TEXT);
    // when
    recent.append(event(1, 0));
    recent.append(event(1, 1));
    Optional<Buffer> known = reading.next(ahead);
    recent.append(event(1, 2));
    Optional<Buffer> unknown = reading.next(ahead);
    // then
    assertThat(known).isEmpty();
    assertThat(parsed(unknown.orElseThrow())).extracting(Heard::offset).containsExactly(2L);
    assertThat(ahead.isApart()).isFalse();
    assertThat(ahead.position()).isSameAs(recent.newest().position());
  }

  @Test
  void whatManyTakeAlikeIsPutTogetherOnce() {
    // given
    RecentEvents recent = new RecentEvents(64, 1_000_000, BEGINNING, BEGINNING, FORMAT);
    Subscriber one = subscriber(recent.newest().position(), EventFilter.EVERYTHING);
    Subscriber other = subscriber(recent.newest().position(), EventFilter.EVERYTHING);
    Subscriber choosy =
        subscriber(
            recent.newest().position(),
            new EventFilter(Set.of("name-1"), Set.of(), Set.of(), Set.of(), LabelFilter.NONE));
    RecentReading reading = new RecentReading(recent, TEXT);
    // when
    recent.append(event(1, 0));
    recent.append(event(2, 0));
    recent.append(event(1, 1));
    // then
    Buffer all = reading.next(one).orElseThrow();
    assertThat(reading.next(other)).containsSame(all);
    assertThat(parsed(all)).hasSize(3);
    assertThat(parsed(reading.next(choosy).orElseThrow())).hasSize(2);
    assertThat(choosy.position()).isSameAs(recent.newest().position());
    assertThat(reading.next(one)).isEmpty();
  }

  @Test
  void oneSendingHasABoundWhateverHasComeMeanwhile() {
    // given
    RecentEvents recent = new RecentEvents(4_096, 100_000_000, BEGINNING, BEGINNING, FORMAT);
    Subscriber late = subscriber(recent.newest().position(), EventFilter.EVERYTHING);
    for (int offset = 0; offset < 2_000; offset++) {
      recent.append(event(0, offset));
    }
    RecentReading reading = new RecentReading(recent, TEXT);
    // when
    List<Heard> heard = new ArrayList<>();
    Optional<Buffer> next = reading.next(late);
    while (next.isPresent()) {
      assertThat(next.get().length()).isLessThan(Subscriber.MOST_BYTES + 1_000);
      heard.addAll(parsed(next.get()));
      next = reading.next(late);
    }
    // then
    assertThat(heard).hasSize(2_000);
  }

  private record Heard(int partition, long offset, Position after) {}

  /** All of it, with turns in which nothing is taken. */
  private static List<Heard> heard(RecentEvents recent, Position position, Random random) {
    Subscriber subscriber = subscriber(position, EventFilter.EVERYTHING);
    subscriber.apart(true);
    subscriber.goesOnAt(recent.firstUnseen(position));
    RecentReading reading = new RecentReading(recent, TEXT);
    List<Heard> heard = new ArrayList<>();
    for (int turn = 0; turn < 50; turn++) {
      if (random.nextBoolean()) {
        reading.next(subscriber).ifPresent(bytes -> heard.addAll(parsed(bytes)));
      }
    }
    reading.next(subscriber).ifPresent(bytes -> heard.addAll(parsed(bytes)));
    return heard;
  }

  /** Where somebody is who counts for themselves. */
  private static List<Position> positions(List<Heard> heard, Position begin) {
    List<Position> positions = new ArrayList<>();
    Position position = begin;
    for (Heard each : heard) {
      position = position.after(each.partition(), each.offset());
      positions.add(position);
    }
    return positions;
  }

  private static List<Heard> parsed(Buffer bytes) {
    List<Heard> heard = new ArrayList<>();
    for (String block : bytes.toString().split("\n\n", 0)) {
      String[] lines = block.split("\n", 0);
      String[] place = lines[2].substring("data: ".length()).split("/", 0);
      GivenPosition after = FORMAT.read(lines[0].substring("id: ".length()));
      heard.add(
          new Heard(
              Integer.parseInt(place[0]),
              Long.parseLong(place[1]),
              ((GivenPosition.Known) after).position()));
    }
    return heard;
  }

  private static RecentEvents events(Random random) {
    RecentEvents recent =
        new RecentEvents(PARTITIONS * EACH, 10_000_000, BEGINNING, BEGINNING, FORMAT);
    Map<Integer, Long> next = new HashMap<>();
    while (recent.newest().index() < PARTITIONS * EACH) {
      int partition = random.nextInt(PARTITIONS);
      long offset = next.getOrDefault(partition, 0L);
      if (offset < EACH) {
        next.put(partition, offset + 1);
        recent.append(event(partition, offset));
      }
    }
    return recent;
  }

  private static Subscriber subscriber(Position position, EventFilter filter) {
    return new Subscriber(null, null, PERMIT, Future::succeededFuture, filter, position);
  }

  private static ToldEvent event(int partition, long offset) {
    return new ToldEvent(
        partition,
        offset,
        "name-" + partition + "/provisioner/" + offset,
        "name-" + partition,
        "type",
        new Beside("ann", "namespace", Map.of(), true, 1 + offset),
        Instant.EPOCH,
        TraceParent.NONE,
        EventText.event("type", partition + "/" + offset));
  }
}
