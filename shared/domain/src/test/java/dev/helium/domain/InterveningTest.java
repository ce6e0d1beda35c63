package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PASSING;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Samples.cancellation;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.retry;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InterveningTest {
  private static final Event RETRIED = new Event.Retried(ATTEMPT + 1, "bob");

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void whatHasFailedIsTriedAgainAndWhatIsUnderWayGoesOn(Lifecycle lifecycle) {
    // when
    Event event = only(DECIDER.decide(standing(lifecycle), retry(), NOW));
    // then
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Provisioning ignored -> new Event.Unchanged();
          case Lifecycle.Provisioned ignored -> refused(RefusalReason.NOTHING_TO_RETRY);
          case Lifecycle.ProvisioningFailed ignored -> RETRIED;
          case Lifecycle.Destroying ignored -> new Event.Unchanged();
          case Lifecycle.DestroyFailed ignored -> RETRIED;
          case Lifecycle.Destroyed ignored -> refused(RefusalReason.NOTHING_TO_RETRY);
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void anAttemptThatWaitsIsMadeAtOnceAndOneThatIsDueIsLeftAlone() {
    // given
    Lifecycle making = new Lifecycle.Provisioning(ATTEMPT, 1, NOW.plusSeconds(1));
    Lifecycle destroying = new Lifecycle.Destroying(ATTEMPT, 2, NOW.plusSeconds(1), REQUESTED);
    // then
    assertThat(only(DECIDER.decide(standing(making), retry(), NOW))).isEqualTo(RETRIED);
    assertThat(only(DECIDER.decide(standing(destroying), retry(), NOW))).isEqualTo(RETRIED);
    assertThat(only(DECIDER.decide(standing(making), retry(), NOW.plusSeconds(1))))
        .isEqualTo(new Event.Unchanged());
    assertThat(only(DECIDER.decide(standing(destroying), retry(), NOW.plusSeconds(1))))
        .isEqualTo(new Event.Unchanged());
  }

  @Test
  void aRetryBringsAllItsTriesAndRefusesTheResultOfTheOneItReplaces() {
    // given
    Workspace waiting = standing(new Lifecycle.Provisioning(ATTEMPT, 2, NOW.plusSeconds(1)));
    // when
    Workspace retried = waiting.apply(record(waiting, RETRIED));
    // then
    assertThat(retried.lifecycle()).isEqualTo(new Lifecycle.Provisioning(ATTEMPT + 1, 0, NOW));
    assertThat(DECIDER.report(retried, new AttemptReport.Applied(ATTEMPT, Map.of()), NOW))
        .isEmpty();
    assertThat(only(DECIDER.report(retried, new AttemptReport.Failed(ATTEMPT + 1, PASSING), NOW)))
        .isInstanceOf(Event.RetryScheduled.class);
  }

  @Test
  void aRetryOfAFailedDeletionKeepsItsReason() {
    // given
    DeletionReason expired = new DeletionReason.Expired(EXPIRY);
    Workspace failed = standing(new Lifecycle.DestroyFailed(ATTEMPT, LASTING, expired));
    // when
    Workspace retried = failed.apply(record(failed, only(DECIDER.decide(failed, retry(), NOW))));
    // then
    assertThat(retried.lifecycle())
        .isEqualTo(new Lifecycle.Destroying(ATTEMPT + 1, 0, NOW, expired));
  }

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void onlyWhatIsBeingMadeCanBeCancelled(Lifecycle lifecycle) {
    // when
    Event event = only(DECIDER.decide(standing(lifecycle), cancellation(), NOW));
    // then
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Provisioning ignored -> new Event.Cancelled(ATTEMPT, "bob");
          case Lifecycle.Provisioned ignored -> refused(RefusalReason.NOTHING_TO_CANCEL);
          case Lifecycle.ProvisioningFailed ignored -> refused(RefusalReason.NOTHING_TO_CANCEL);
          case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void aCancelledUpdateLeavesWhatWasWantedForTheNextRetry() {
    // given an update of a workspace that was provisioned before
    Workspace provisioned = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    WorkspaceSpec wanted = new WorkspaceSpec("namespace", Map.of("size", "2"), Map.of());
    Workspace updating =
        provisioned.apply(
            record(provisioned, new Event.Updated(ATTEMPT + 1, wanted, "bob", EXPIRY)));
    // when
    Workspace cancelled =
        updating.apply(record(updating, only(DECIDER.decide(updating, cancellation(), NOW))));
    // then
    assertThat(cancelled.lifecycle())
        .isEqualTo(
            new Lifecycle.ProvisioningFailed(
                ATTEMPT + 1, new Failure(FailureKind.CANCELLED, "it was cancelled by bob")));
    assertThat(cancelled.spec()).isEqualTo(wanted).isNotEqualTo(SPEC);
    assertThat(DECIDER.report(cancelled, new AttemptReport.Applied(ATTEMPT + 1, Map.of()), NOW))
        .isEmpty();
    assertThat(only(DECIDER.decide(cancelled, retry(), NOW)))
        .isEqualTo(new Event.Retried(ATTEMPT + 2, "bob"));
  }
}
