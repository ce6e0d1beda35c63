package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.INCARNATION;
import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PASSING;
import static dev.helium.domain.Samples.POLICY;
import static dev.helium.domain.Samples.RECEIPT;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Samples.THREE_TIMES;
import static dev.helium.domain.Samples.creation;
import static dev.helium.domain.Samples.removal;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DeciderTest {
  private static final ExpiryRequest UNSPECIFIED = new ExpiryRequest.Unspecified();
  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

  private final Decider decider =
      new Decider(POLICY, THREE_TIMES, THREE_TIMES, ignored -> List.of());

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void creatingMakesUpdatesOrIsRefusedByWhatTheWorkspaceIs(Lifecycle lifecycle) {
    // given
    Workspace workspace = standing(lifecycle);
    // when
    Event event = only(decider.decide(workspace, creation(UNSPECIFIED), NOW));
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

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void deletingBeginsGoesOnOrIsRefusedByWhatTheWorkspaceIs(Lifecycle lifecycle) {
    // when
    Event event = only(decider.decide(standing(lifecycle), removal(REQUESTED), NOW));
    // then
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Provisioning ignored -> deletion(REQUESTED);
          case Lifecycle.Provisioned ignored -> deletion(REQUESTED);
          case Lifecycle.ProvisioningFailed ignored -> deletion(REQUESTED);
          case Lifecycle.DestroyFailed ignored -> deletion(REQUESTED);
          case Lifecycle.Destroying ignored -> new Event.Unchanged();
          case Lifecycle.Destroyed ignored -> new Event.Unchanged();
        };
    assertThat(event).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void onlyADestroyedWorkspaceCanBeConfirmedGone(Lifecycle lifecycle) {
    // given
    Command confirm = new Command.ConfirmDeletion(new CommandId("confirm"), ID, RECEIPT);
    // when
    Event event = only(decider.decide(standing(lifecycle), confirm, NOW));
    // then
    assertThat(event)
        .isEqualTo(
            lifecycle instanceof Lifecycle.Destroyed
                ? new Event.Deleted(RECEIPT)
                : refused(RefusalReason.NOT_DESTROYED));
  }

  @Test
  void theProofOfAnotherLifeIsRefused() {
    // given
    Receipt old = new Receipt(INCARNATION - 1, List.of("all gone"), NOW);
    Workspace destroyed = standing(new Lifecycle.Destroyed(ATTEMPT, REQUESTED));
    // then
    assertThat(
            only(
                decider.decide(
                    destroyed, new Command.ConfirmDeletion(new CommandId("c"), ID, old), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_DESTROYED));
  }

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void aRepeatedCommandDecidesNothing(Lifecycle lifecycle) {
    // given
    Command.Delete command = removal(REQUESTED);
    Workspace workspace = standing(lifecycle);
    Event event = only(decider.decide(workspace, command, NOW));
    Workspace after =
        workspace.apply(
            new EventRecord(
                ID,
                Source.PROVISIONER,
                workspace.sequence() + 1,
                new Cause.Commanded(command.id()),
                NOW,
                event));
    // then
    assertThat(decider.decide(after, command, NOW)).isEmpty();
  }

  @Test
  void anExpiryThatWasMovedIsNotActedOn() {
    // given
    Workspace workspace = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    DeletionReason old = new DeletionReason.Expired(EXPIRY.minusSeconds(60));
    DeletionReason current = new DeletionReason.Expired(EXPIRY);
    // then
    assertThat(only(decider.decide(workspace, removal(old), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_EXPIRED));
    assertThat(only(decider.decide(workspace, removal(current), NOW))).isEqualTo(deletion(current));
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
  void theLatestExpiryIsGrantedAndThePastIsNot() {
    // given
    Workspace absent = Workspace.absent(ID);
    // then
    assertThat(
            only(
                decider.decide(
                    absent, creation(new ExpiryRequest.EndOfDay(LocalDate.of(2026, 5, 30))), NOW)))
        .isInstanceOf(Event.Created.class);
    assertThat(only(decider.decide(absent, creation(new ExpiryRequest.At(NOW)), NOW)))
        .isEqualTo(
            new Event.Refused(
                Refusal.invalid(List.of(new FieldError("expiry", "must lie in the future")))));
  }

  @Test
  void anUpdateMovesTheExpiryOnlyWhenItSaysSo() {
    // given
    Workspace workspace = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    Instant later = NOW.plus(Duration.ofDays(3));
    // then
    assertThat(only(decider.decide(workspace, creation(new ExpiryRequest.At(later)), NOW)))
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
                decider.decide(standing(new Lifecycle.Provisioned(ATTEMPT, Map.of())), other, NOW)))
        .isInstanceOfSatisfying(
            Event.Refused.class,
            refused ->
                assertThat(refused.refusal().errors())
                    .extracting(FieldError::field)
                    .containsExactly("backend"));
  }

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void aReportCountsOnlyForTheAttemptUnderWay(Lifecycle lifecycle) {
    // given
    boolean provisioning = lifecycle instanceof Lifecycle.Provisioning;
    boolean destroying = lifecycle instanceof Lifecycle.Destroying;
    Workspace workspace = standing(lifecycle);
    // then
    assertThat(decider.report(workspace, new AttemptReport.Applied(ATTEMPT, Map.of()), NOW))
        .hasSize(provisioning ? 1 : 0);
    assertThat(decider.report(workspace, new AttemptReport.Destroyed(ATTEMPT), NOW))
        .hasSize(destroying ? 1 : 0);
    assertThat(decider.report(workspace, new AttemptReport.Failed(ATTEMPT, LASTING), NOW))
        .hasSize(provisioning || destroying ? 1 : 0);
    assertThat(
            decider.report(
                workspace,
                new AttemptReport.Progressed(ATTEMPT, List.of(new Step("create", "Pod/a"))),
                NOW))
        .hasSize(provisioning || destroying ? 1 : 0);
    assertThat(decider.report(workspace, new AttemptReport.Applied(ATTEMPT - 1, Map.of()), NOW))
        .isEmpty();
    assertThat(decider.report(workspace, new AttemptReport.Destroyed(ATTEMPT - 1), NOW)).isEmpty();
  }

  @Test
  void aPassingFailureIsTriedAgainUntilTheLimitThenGivenUp() {
    // given
    AttemptReport failed = new AttemptReport.Failed(ATTEMPT, PASSING);
    // then
    assertThat(only(decider.report(provisioningAfter(0), failed, NOW)))
        .isEqualTo(new Event.RetryScheduled(ATTEMPT, PASSING, ATTEMPT + 1, NOW.plusSeconds(1)));
    assertThat(only(decider.report(provisioningAfter(1), failed, NOW)))
        .isEqualTo(new Event.RetryScheduled(ATTEMPT, PASSING, ATTEMPT + 1, NOW.plusSeconds(2)));
    assertThat(only(decider.report(provisioningAfter(2), failed, NOW)))
        .isEqualTo(new Event.GaveUp(ATTEMPT, PASSING));
  }

  @Test
  void aLastingFailureIsGivenUpAtOnce() {
    assertThat(
            only(
                decider.report(
                    standing(new Lifecycle.Destroying(ATTEMPT, 0, NOW, REQUESTED)),
                    new AttemptReport.Failed(ATTEMPT, LASTING),
                    NOW)))
        .isEqualTo(new Event.GaveUp(ATTEMPT, LASTING));
  }

  private static Workspace provisioningAfter(int failures) {
    return standing(new Lifecycle.Provisioning(ATTEMPT, failures, NOW));
  }

  private static Event updated() {
    return new Event.Updated(ATTEMPT + 1, SPEC, "bob", EXPIRY);
  }

  private static Event deletion(DeletionReason reason) {
    return new Event.DeletionRequested(ATTEMPT + 1, reason, "bob");
  }

  private static Event refused(RefusalReason reason) {
    return new Event.Refused(Refusal.of(reason));
  }

  private static Event only(List<Event.LifecycleEvent> events) {
    assertThat(events).hasSize(1);
    return events.getFirst();
  }
}
