package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PROTECTED;
import static dev.helium.domain.Samples.PROTECTION;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.invalid;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.protection;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.removal;
import static dev.helium.domain.Samples.standing;
import static dev.helium.domain.Samples.unprotection;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProtectingTest {
  private static final Instant LATER = EXPIRY.plusSeconds(3600);
  private static final Workspace LIVING = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void whatLivesIsProtectedAndWhatGoesIsNot(Lifecycle lifecycle) {
    // when
    Event event =
        only(DECIDER.decide(standing(lifecycle), protection(at(LATER), "the demo runs"), NOW));
    // then
    Event protectedNow = new Event.Protected(LATER, "bob", "the demo runs");
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Provisioning ignored -> protectedNow;
          case Lifecycle.Provisioned ignored -> protectedNow;
          case Lifecycle.ProvisioningFailed ignored -> protectedNow;
          case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void aProtectionMovesTheEndAndNothingElse() {
    // when
    Workspace after = LIVING.apply(record(LIVING, new Event.Protected(LATER, "ada", "a demo")));
    // then
    assertThat(after.terms().protection()).isEqualTo(new Protection(LATER, "ada", "a demo"));
    assertThat(after.expiresAt()).isEqualTo(EXPIRY);
    assertThat(after.endsAt()).isEqualTo(LATER);
    assertThat(after.lifecycle()).isEqualTo(LIVING.lifecycle());
    assertThat(after.attempt()).isEqualTo(LIVING.attempt());
  }

  @Test
  void withoutAnEndItHoldsAsLongAsThePolicyGrants() {
    assertThat(decided(new ExpiryRequest.Unspecified(), "a demo"))
        .isEqualTo(new Event.Protected(Instant.parse("2026-05-31T00:00:00Z"), "bob", "a demo"));
  }

  @Test
  void itsEndAndItsReasonAreBounded() {
    assertThat(decided(at(NOW), "a demo")).isEqualTo(invalid("until", "must lie in the future"));
    assertThat(decided(at(NOW.plus(Duration.ofDays(91))), "a demo"))
        .isEqualTo(invalid("until", "must lie at most 90 days ahead"));
    assertThat(decided(at(LATER), " ")).isEqualTo(invalid("why", "must have 1 to 500 characters"));
    assertThat(decided(at(LATER), "x".repeat(501)))
        .isEqualTo(invalid("why", "must have 1 to 500 characters"));
    assertThat(decided(at(LATER), "x".repeat(500))).isInstanceOf(Event.Protected.class);
  }

  @Test
  void whoWantsToDeleteIsToldWhoProtectsItWhyAndUntilWhen() {
    // given
    Event refused =
        new Event.Refused(
            new Refusal(
                RefusalReason.PROTECTED,
                List.of(),
                "It is protected until 2026-03-06T00:00:00Z by ada: the demo runs."));
    Workspace workspace = LIVING.under(PROTECTED);
    // then
    assertThat(only(DECIDER.decide(workspace, removal(REQUESTED), NOW))).isEqualTo(refused);
    assertThat(only(DECIDER.decide(workspace, removal(new DeletionReason.Expired(EXPIRY)), EXPIRY)))
        .isEqualTo(refused);
  }

  @Test
  void oneThatHasPassedStandsInNobodysWay() {
    // given
    Workspace workspace = LIVING.under(PROTECTED);
    Instant passed = PROTECTION.until();
    // then
    assertThat(only(DECIDER.decide(workspace, removal(REQUESTED), passed)))
        .isInstanceOf(Event.DeletionRequested.class);
    assertThat(
            only(
                DECIDER.decide(
                    workspace, removal(new DeletionReason.Expired(EXPIRY, passed)), passed)))
        .isInstanceOf(Event.DeletionRequested.class);
  }

  @Test
  void anExpiryGoesByTheProtectionThatWasFoundPassedAndNotByAnotherClock() {
    // given a decider whose clock is behind
    DeletionReason passed = new DeletionReason.Expired(EXPIRY, PROTECTION.until());
    Instant behind = PROTECTION.until().minusSeconds(30);
    // then
    assertThat(only(DECIDER.decide(LIVING.under(PROTECTED), removal(passed), behind)))
        .isInstanceOf(Event.DeletionRequested.class);
    assertThat(only(DECIDER.decide(LIVING, removal(passed), behind)))
        .isInstanceOf(Event.DeletionRequested.class);
  }

  @Test
  void anExpiryDoesNotEndAProtectionThatWasMadeLongerMeanwhile() {
    // given
    Workspace longer = LIVING.under(Terms.NONE.with(new Protection(LATER, "ada", "the demo runs")));
    DeletionReason passed = new DeletionReason.Expired(EXPIRY, LATER.minusSeconds(1));
    // then
    assertThat(only(DECIDER.decide(longer, removal(passed), LATER.plusSeconds(1))))
        .isInstanceOfSatisfying(
            Event.Refused.class,
            event -> assertThat(event.refusal().reason()).isEqualTo(RefusalReason.PROTECTED));
  }

  @Test
  void whatIsNoLongerProtectedEndsAtItsExpiryAgain() {
    // given
    Workspace workspace = LIVING.under(PROTECTED);
    Event event = only(DECIDER.decide(workspace, unprotection(), NOW));
    // when
    Workspace after = workspace.apply(record(workspace, event));
    Command again = new Command.Unprotect(new CommandId("again"), Samples.ID, "bob");
    // then
    assertThat(event).isEqualTo(new Event.Unprotected("bob"));
    assertThat(after.endsAt()).isEqualTo(EXPIRY);
    assertThat(only(DECIDER.decide(after, removal(REQUESTED), NOW)))
        .isInstanceOf(Event.DeletionRequested.class);
    assertThat(only(DECIDER.decide(after, again, NOW)))
        .isEqualTo(refused(RefusalReason.NOT_PROTECTED));
  }

  @Test
  void aProtectionEndsWithTheLife() {
    // given
    Workspace workspace = LIVING.under(PROTECTED);
    // when
    Workspace leaving =
        workspace.apply(record(workspace, new Event.DeletionRequested(ATTEMPT + 1, REQUESTED, "")));
    // then
    assertThat(leaving.terms()).isEqualTo(Terms.NONE);
  }

  private static Event decided(ExpiryRequest until, String why) {
    return only(DECIDER.decide(LIVING, protection(until, why), NOW));
  }

  private static ExpiryRequest at(Instant instant) {
    return new ExpiryRequest.At(instant);
  }
}
