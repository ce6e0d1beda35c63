package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.extension;
import static dev.helium.domain.Samples.invalid;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.removal;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExtendingTest {
  private static final Instant LATER = EXPIRY.plusSeconds(3600);

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void whatLivesIsExtendedAndWhatGoesIsNot(Lifecycle lifecycle) {
    // when
    Event event =
        only(DECIDER.decide(standing(lifecycle), extension(at(LATER), "one more demo"), NOW));
    // then
    Event extended = new Event.ExpiryChanged(LATER, "bob", "one more demo");
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Provisioning ignored -> extended;
          case Lifecycle.Provisioned ignored -> extended;
          case Lifecycle.ProvisioningFailed ignored -> extended;
          case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void anExtensionMovesTheExpiryAndNothingElse() {
    // given
    Workspace workspace = standing(new Lifecycle.Provisioning(ATTEMPT, 1, NOW));
    Event event = only(DECIDER.decide(workspace, extension(at(LATER), ""), NOW));
    // when
    Workspace extended = workspace.apply(record(workspace, event));
    // then
    assertThat(extended.expiresAt()).isEqualTo(LATER);
    assertThat(extended.lifecycle()).isEqualTo(workspace.lifecycle());
    assertThat(extended.attempt()).isEqualTo(workspace.attempt());
    assertThat(extended.request()).isEqualTo(workspace.request());
    assertThat(extended.spec()).isEqualTo(workspace.spec());
  }

  @Test
  void theExpiryThatWasExtendedIsNotActedOn() {
    // given
    Workspace workspace = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    Workspace extended =
        workspace.apply(
            record(workspace, only(DECIDER.decide(workspace, extension(at(LATER), ""), NOW))));
    // then
    assertThat(only(DECIDER.decide(extended, removal(new DeletionReason.Expired(EXPIRY)), EXPIRY)))
        .isEqualTo(refused(RefusalReason.NOT_EXPIRED));
  }

  @Test
  void anExtensionSaysWhenAndThatIsLaterThanNow() {
    assertThat(decided(new ExpiryRequest.Unspecified()))
        .isEqualTo(invalid("expiry", "must be given"));
    assertThat(decided(at(EXPIRY)))
        .isEqualTo(invalid("expiry", "must lie after the present one, 2026-03-05T00:00:00Z"));
    assertThat(decided(new ExpiryRequest.EndOfDay(LocalDate.of(2026, 5, 30))))
        .isInstanceOf(Event.ExpiryChanged.class);
    assertThat(decided(new ExpiryRequest.EndOfDay(LocalDate.of(2026, 5, 31))))
        .isEqualTo(invalid("expiry", "must lie at most 90 days ahead"));
  }

  @Test
  void anExpiryInThePastBreaksTwoRules() {
    assertThat(decided(at(NOW.minusSeconds(1))))
        .isEqualTo(
            new Event.Refused(
                Refusal.invalid(
                    List.of(
                        new FieldError("expiry", "must lie in the future"),
                        new FieldError(
                            "expiry", "must lie after the present one, 2026-03-05T00:00:00Z")))));
  }

  @Test
  void theReasonIsBounded() {
    // given
    Workspace workspace = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    // then
    assertThat(only(DECIDER.decide(workspace, extension(at(LATER), "x".repeat(500)), NOW)))
        .isInstanceOf(Event.ExpiryChanged.class);
    assertThat(only(DECIDER.decide(workspace, extension(at(LATER), "x".repeat(501)), NOW)))
        .isEqualTo(invalid("why", "must have at most 500 characters"));
  }

  private static Event decided(ExpiryRequest expiry) {
    return only(
        DECIDER.decide(
            standing(new Lifecycle.Provisioned(ATTEMPT, Map.of())), extension(expiry, ""), NOW));
  }

  private static ExpiryRequest at(Instant instant) {
    return new ExpiryRequest.At(instant);
  }
}
