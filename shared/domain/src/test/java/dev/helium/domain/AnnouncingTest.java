package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PROTECTED;
import static dev.helium.domain.Samples.PROTECTION;
import static dev.helium.domain.Samples.announcement;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AnnouncingTest {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Workspace LIVING = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
  private static final Event REFUSED = refused(RefusalReason.NOT_ANNOUNCED);

  @Test
  void anAnnouncementSaysWhenItEndsAndWhereToExtendIt() {
    assertThat(decided(LIVING, EXPIRY, HOUR, EXPIRY.minus(HOUR)))
        .isEqualTo(new Event.ExpiringSoon(EXPIRY, HOUR, "/v1/api/workspace/example/extend"));
  }

  @Test
  void anEndThatIsAnotherOneByNowIsNotAnnounced() {
    assertThat(decided(LIVING, EXPIRY.plusSeconds(1), HOUR, NOW)).isEqualTo(REFUSED);
    assertThat(decided(LIVING.under(PROTECTED), EXPIRY, HOUR, NOW)).isEqualTo(REFUSED);
    assertThat(decided(LIVING.under(PROTECTED), PROTECTION.until(), HOUR, NOW))
        .isInstanceOf(Event.ExpiringSoon.class);
    assertThat(
            only(
                DECIDER.decide(
                    LIVING,
                    new Command.AnnounceExpiry(new CommandId("a"), Samples.ID, 1, EXPIRY, HOUR),
                    NOW)))
        .isEqualTo(REFUSED);
  }

  @Test
  void whatTheNextAnnouncementSaysBetterIsNotAnnounced() {
    assertThat(decided(LIVING, EXPIRY, DAY, EXPIRY.minus(HOUR).minusSeconds(1)))
        .isInstanceOf(Event.ExpiringSoon.class);
    assertThat(decided(LIVING, EXPIRY, DAY, EXPIRY.minus(HOUR))).isEqualTo(REFUSED);
    assertThat(decided(LIVING, EXPIRY, HOUR, EXPIRY)).isEqualTo(REFUSED);
  }

  @Test
  void whatWasAnnouncedIsNotAnnouncedAgainUntilTheEndMoves() {
    // given
    Workspace announced =
        LIVING.apply(record(LIVING, new Event.ExpiringSoon(EXPIRY, DAY, "/extend")));
    Instant later = EXPIRY.plus(DAY);
    // when
    Workspace extended =
        announced.apply(record(announced, new Event.ExpiryChanged(later, "bob", "")));
    // then
    assertThat(decided(announced, EXPIRY, DAY, NOW)).isEqualTo(REFUSED);
    assertThat(decided(announced, EXPIRY, HOUR, NOW)).isInstanceOf(Event.ExpiringSoon.class);
    assertThat(decided(extended, later, DAY, NOW)).isInstanceOf(Event.ExpiringSoon.class);
  }

  @Test
  void theNearestThatHasBegunComesFirstAndThenThoseToCome() {
    // given
    Instant dayBefore = EXPIRY.minus(DAY);
    Instant hourBefore = EXPIRY.minus(HOUR);
    // then
    assertThat(next(Duration.ZERO, NOW)).contains(DAY);
    assertThat(next(Duration.ZERO, dayBefore)).contains(DAY);
    assertThat(next(Duration.ZERO, hourBefore)).contains(HOUR);
    assertThat(next(DAY, dayBefore)).contains(HOUR);
    assertThat(next(HOUR, hourBefore)).isEmpty();
  }

  @Test
  void whoSetsAnEndKnowsIt() {
    assertThat(WarningLeads.STANDARD.next(EXPIRY, EXPIRY.minus(DAY), Duration.ZERO, NOW))
        .contains(HOUR);
    assertThat(WarningLeads.STANDARD.next(EXPIRY, EXPIRY.minus(HOUR), Duration.ZERO, NOW))
        .isEmpty();
  }

  @Test
  void leadsAreBoundedAndInOrder() {
    assertThat(new WarningLeads(List.of(HOUR, DAY, HOUR)).leads()).containsExactly(DAY, HOUR);
    assertThatThrownBy(() -> new WarningLeads(List.of(Duration.ofSeconds(59))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new WarningLeads(Stream.iterate(HOUR, lead -> lead.plus(HOUR)).limit(11).toList()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Optional<Duration> next(Duration announced, Instant now) {
    return WarningLeads.STANDARD.next(EXPIRY, Instant.EPOCH, announced, now);
  }

  private static Event decided(Workspace workspace, Instant end, Duration lead, Instant now) {
    return only(DECIDER.decide(workspace, announcement(end, lead), now));
  }
}
