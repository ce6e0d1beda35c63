package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.INCARNATION;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.POLICY;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Samples.THREE_TIMES;
import static dev.helium.domain.Samples.creation;
import static dev.helium.domain.Samples.invalid;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CreatingTest {
  private static final ExpiryRequest UNSPECIFIED = new ExpiryRequest.Unspecified();
  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void creatingMakesUpdatesOrIsRefusedByWhatTheWorkspaceIs(Lifecycle lifecycle) {
    // given
    Workspace workspace = standing(lifecycle);
    // when
    Event event = only(DECIDER.decide(workspace, creation(UNSPECIFIED), NOW));
    // then
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> new Event.Created(1, 1, SPEC, "bob", MIDNIGHT);
          case Lifecycle.Deleted ignored ->
              new Event.Created(INCARNATION + 1, ATTEMPT + 1, SPEC, "bob", MIDNIGHT);
          case Lifecycle.Provisioning ignored -> updated();
          case Lifecycle.Provisioned ignored -> updated();
          case Lifecycle.ProvisioningFailed ignored -> updated();
          case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void everyBrokenRuleIsNamedAtOnce() {
    // given
    Decider strict =
        new Decider(
            POLICY,
            THREE_TIMES,
            THREE_TIMES,
            ignored -> List.of(new FieldError("values.replicas", "must be a number")));
    // when
    Event event =
        only(
            strict.decide(
                Workspace.absent(ID),
                creation(new ExpiryRequest.EndOfDay(LocalDate.of(2026, 5, 31))),
                NOW));
    // then
    assertThat(event)
        .isEqualTo(
            new Event.Refused(
                Refusal.invalid(
                    List.of(
                        new FieldError("values.replicas", "must be a number"),
                        new FieldError("expiry", "must lie at most 90 days ahead")))));
  }

  @Test
  void aRequestThatBreaksThousandsOfRulesIsRefusedInFewWords() {
    // given
    Decider strict =
        new Decider(
            POLICY,
            THREE_TIMES,
            THREE_TIMES,
            ignored ->
                IntStream.range(0, 5_000)
                    .mapToObj(number -> new FieldError("values." + "x".repeat(500), "r" + number))
                    .toList());
    // when
    Event event = only(strict.decide(Workspace.absent(ID), creation(UNSPECIFIED), NOW));
    // then
    assertThat(event)
        .isInstanceOfSatisfying(
            Event.Refused.class,
            refused ->
                assertThat(refused.refusal().errors())
                    .hasSize(20)
                    .allSatisfy(error -> assertThat(error.field()).hasSize(100).endsWith("…"))
                    .extracting(FieldError::rule)
                    .contains("r0", "r19"));
  }

  @Test
  void theLatestExpiryIsGrantedAndThePastIsNot() {
    // given
    Workspace absent = Workspace.absent(ID);
    // then
    assertThat(only(DECIDER.decide(absent, creation(endOf(LocalDate.of(2026, 5, 30))), NOW)))
        .isInstanceOf(Event.Created.class);
    assertThat(only(DECIDER.decide(absent, creation(new ExpiryRequest.At(NOW)), NOW)))
        .isEqualTo(invalid("expiry", "must lie in the future"));
  }

  @Test
  void anExpiryAtTheEndOfTimeIsRefusedLikeAnyThatIsTooLate() {
    // given
    Workspace absent = Workspace.absent(ID);
    // then
    assertThat(only(DECIDER.decide(absent, creation(endOf(LocalDate.MAX)), NOW)))
        .isEqualTo(invalid("expiry", "must lie at most 90 days ahead"));
    assertThat(only(DECIDER.decide(absent, creation(endOf(LocalDate.MIN)), NOW)))
        .isEqualTo(invalid("expiry", "must lie in the future"));
    assertThat(only(DECIDER.decide(absent, creation(new ExpiryRequest.At(Instant.MAX)), NOW)))
        .isEqualTo(invalid("expiry", "must lie at most 90 days ahead"));
  }

  @Test
  void anUpdateMovesTheExpiryOnlyWhenItSaysSo() {
    // given
    Workspace workspace = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    Instant later = NOW.plus(Duration.ofDays(3));
    // then
    assertThat(only(DECIDER.decide(workspace, creation(new ExpiryRequest.At(later)), NOW)))
        .isEqualTo(new Event.Updated(ATTEMPT + 1, SPEC, "bob", later));
  }

  @Test
  void aWorkspaceKeepsItsBackend() {
    // given
    Command.Create other =
        new Command.Create(
            new CommandId("other"), ID, "bob", "posthog", Map.of(), Map.of(), UNSPECIFIED);
    // then
    assertThat(
            only(
                DECIDER.decide(standing(new Lifecycle.Provisioned(ATTEMPT, Map.of())), other, NOW)))
        .isEqualTo(
            invalid("backend", "cannot change from \"namespace\"; delete the workspace first"));
  }

  private static Event updated() {
    return new Event.Updated(ATTEMPT + 1, SPEC, "bob", EXPIRY);
  }

  private static ExpiryRequest endOf(LocalDate day) {
    return new ExpiryRequest.EndOfDay(day);
  }
}
