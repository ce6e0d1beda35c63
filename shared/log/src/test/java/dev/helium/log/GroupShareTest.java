package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.junit.jupiter.api.Test;

/** How long a partition is one process's without a break. */
final class GroupShareTest {
  private static final int PARTITION = 3;

  private final GroupShare first = GroupShare.none().next(member("me", 7), Set.of(PARTITION, 4));
  private final long tenure = first.tenures().get(PARTITION);

  @Test
  void whoHasBeenGivenNothingHoldsNothing() {
    assertThat(GroupShare.none().holds(PARTITION, tenure)).isFalse();
  }

  @Test
  void whatIsKeptFromOneGenerationToTheNextGoesOn() {
    // when
    GroupShare next = first.next(member("me", 8), Set.of(PARTITION, 5));
    // then
    assertThat(next.holds(PARTITION, tenure)).isTrue();
    assertThat(next.tenures().get(5)).isNotEqualTo(tenure);
  }

  @Test
  void whatIsLostAndGivenAgainIsAnotherTenure() {
    // when
    GroupShare lost = first.next(member("me", 8), Set.of(4));
    GroupShare again = lost.next(member("me", 9), Set.of(PARTITION, 4));
    // then
    assertThat(lost.holds(PARTITION, tenure)).isFalse();
    assertThat(again.holds(PARTITION, tenure)).isFalse();
    assertThat(again.holds(4, tenure)).isTrue();
  }

  @Test
  void nothingGoesOnAcrossAGenerationThatWasNotSeen() {
    // when
    GroupShare later = first.next(member("me", 9), Set.of(PARTITION));
    // then
    assertThat(later.holds(PARTITION, tenure)).isFalse();
  }

  @Test
  void nothingGoesOnForWhoComesBackAsAnotherMember() {
    // when
    GroupShare back = first.next(member("another", 8), Set.of(PARTITION));
    // then
    assertThat(back.holds(PARTITION, tenure)).isFalse();
  }

  // Only a consumer makes one otherwise.
  @SuppressWarnings("removal")
  private static ConsumerGroupMetadata member(String id, int generation) {
    return new ConsumerGroupMetadata("group", generation, id, Optional.empty());
  }
}
