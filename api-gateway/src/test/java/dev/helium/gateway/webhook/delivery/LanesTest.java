package dev.helium.gateway.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.EventPlaces;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3_600);
  private static final int NEVER = Integer.MAX_VALUE;

  private final Lanes lanes = new Lanes();

  @Test
  void theEventsOfAWorkspaceComeOneAfterTheOtherAndWorkspacesInTurn() {
    // given
    add("one", 1);
    add("one", 2);
    add("two", 3);
    Lane one = lanes.ready(NOW).orElseThrow();
    one.onItsWay(true);
    // then
    assertThat(one.workspace().value()).isEqualTo("one");
    assertThat(lanes.ready(NOW).orElseThrow().workspace().value()).isEqualTo("two");
    // when
    one.onItsWay(false);
    lanes.delivered(one, NOW);
    // then
    assertThat(lanes.ready(NOW).orElseThrow().workspace().value()).isEqualTo("two");
    assertThat(one.first()).isEqualTo(2);
    assertThat(lanes.size()).isEqualTo(2);
  }

  @Test
  void whatIsKeptIsRestoredAsItWas() {
    // given
    add("one", 4);
    add("one", 9);
    add("two", 5);
    Lane one = lanes.ready(NOW).orElseThrow();
    lanes.failed(one);
    one.dueAt(LATER);
    Lanes other = new Lanes();
    // when
    other.restore(lanes.kept());
    // then
    assertThat(other.kept()).isEqualTo(lanes.kept());
    assertThat(other.size()).isEqualTo(3);
    assertThat(other.nextDue()).contains(NOW);
  }

  @Test
  void afterAnOutageNobodyWaitsForTheEndOfALongPauseButOnceOnly() {
    // given
    List<Lane> all = List.of(lane("one", 1), lane("two", 2), lane("three", 3));
    for (Lane lane : all.subList(0, 2)) {
      lanes.failed(lane);
      lane.dueAt(LATER);
    }
    assertThat(lanes.isFailing()).isTrue();
    // when
    lanes.delivered(all.get(2), NOW);
    // then
    assertThat(lanes.isFailing()).isFalse();
    assertThat(all.getFirst().dueAt()).isEqualTo(NOW);
    // when it fails again, while others get through
    for (Lane lane : all.subList(0, 2)) {
      lanes.failed(lane);
      lane.dueAt(LATER);
    }
    lanes.delivered(lane("four", 4), NOW);
    // then
    assertThat(all.getFirst().dueAt()).isEqualTo(LATER);
  }

  @Test
  void oneWorkspaceThatFailsAloneIsNoOutage() {
    // given
    Lane one = lane("one", 1);
    lanes.failed(one);
    one.dueAt(LATER);
    // when
    lanes.delivered(lane("two", 2), NOW);
    // then
    assertThat(one.dueAt()).isEqualTo(LATER);
  }

  @Test
  void aNewRoundTriesAllAtOnceAndMayGiveUpOnWhatIsExhausted() {
    // given
    Lane one = lane("one", 1);
    add("one", 7);
    Lane two = lane("two", 2);
    for (int failures = 0; failures < 3; failures++) {
      lanes.failed(one);
    }
    lanes.failed(two);
    two.dueAt(LATER);
    // when
    lanes.anew(3, NOW);
    // then
    assertThat(one.first()).isEqualTo(7);
    assertThat(two.failures()).isZero();
    assertThat(two.dueAt()).isEqualTo(NOW);
    // when
    lanes.failed(one);
    lanes.anew(NEVER, NOW);
    // then
    assertThat(lanes.size()).isEqualTo(2);
  }

  @Test
  void whatIsToBeDeliveredOnceMoreComesAfterWhatWaitsAndNotTwice() {
    // given
    add("one", 8);
    // when
    lanes.addAgain(new EventPlaces(new WorkspaceId("one"), List.of(2L, 8L)), NOW);
    lanes.addAgain(new EventPlaces(new WorkspaceId("two"), List.of(3L)), NOW);
    // then
    assertThat(lanes.kept())
        .extracting(held -> held.places().offsets())
        .containsExactly(List.of(8L, 2L), List.of(3L));
  }

  private Lane lane(String workspace, long offset) {
    add(workspace, offset);
    return lanes.ready(NOW).stream()
        .filter(lane -> lane.workspace().value().equals(workspace))
        .findFirst()
        .orElseGet(() -> find(workspace));
  }

  /** Those before it are on their way as long as it is looked for. */
  private Lane find(String workspace) {
    Lane first = lanes.ready(NOW).orElseThrow();
    first.onItsWay(true);
    try {
      Lane next = lanes.ready(NOW).orElseThrow();
      return next.workspace().value().equals(workspace) ? next : find(workspace);
    } finally {
      first.onItsWay(false);
    }
  }

  private void add(String workspace, long offset) {
    lanes.add(new WorkspaceId(workspace), offset, NOW, NOW);
  }
}
