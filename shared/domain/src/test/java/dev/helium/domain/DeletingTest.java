package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.HOLDUP;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.INCARNATION;
import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.RECEIPT;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.removal;
import static dev.helium.domain.Samples.report;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeletingTest {
  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void deletingBeginsGoesOnOrIsRefusedByWhatTheWorkspaceIs(Lifecycle lifecycle) {
    // when
    Event event = only(DECIDER.decide(standing(lifecycle), removal(REQUESTED), NOW));
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
  void whatIsLeftIsSweptOnlyAfterTheLifeIsOver(Lifecycle lifecycle) {
    // given
    DeletionReason swept = new DeletionReason.Swept(INCARNATION);
    // when
    Event event = only(DECIDER.decide(standing(lifecycle), removal(swept), NOW));
    // then
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> deletion(swept);
          case Lifecycle.Provisioning ignored -> refused(RefusalReason.NOT_DELETED);
          case Lifecycle.Provisioned ignored -> refused(RefusalReason.NOT_DELETED);
          case Lifecycle.ProvisioningFailed ignored -> refused(RefusalReason.NOT_DELETED);
          case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.NOT_DELETED);
          case Lifecycle.Destroying ignored -> new Event.Unchanged();
          case Lifecycle.Destroyed ignored -> new Event.Unchanged();
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void whatAnEarlierLifeLeftIsSweptTooAndWhatALaterOneWouldLeaveIsNot() {
    // given
    Workspace deleted = standing(new Lifecycle.Deleted(RECEIPT));
    DeletionReason earlier = new DeletionReason.Swept(INCARNATION - 1);
    DeletionReason later = new DeletionReason.Swept(INCARNATION + 1);
    // then
    assertThat(only(DECIDER.decide(deleted, removal(earlier), NOW))).isEqualTo(deletion(earlier));
    assertThat(only(DECIDER.decide(deleted, removal(later), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_DELETED));
  }

  @Test
  void aSweptNameIsTakenUntilTheNewProof() {
    // given
    Workspace deleted = standing(new Lifecycle.Deleted(RECEIPT));
    Event sweep =
        only(DECIDER.decide(deleted, removal(new DeletionReason.Swept(INCARNATION)), NOW));
    // when
    Workspace sweeping = deleted.apply(record(deleted, sweep));
    Workspace swept = sweeping.apply(record(sweeping, new Event.Destroyed(ATTEMPT + 1)));
    // then
    assertThat(sweeping.exists()).isTrue();
    assertThat(swept.incarnation()).isEqualTo(INCARNATION);
    assertThat(only(DECIDER.decide(swept, confirmation(RECEIPT), NOW)))
        .isEqualTo(new Event.Deleted(RECEIPT));
  }

  @Test
  void anExpiryThatWasMovedIsNotActedOn() {
    // given
    Workspace workspace = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    DeletionReason old = new DeletionReason.Expired(EXPIRY.minusSeconds(60));
    DeletionReason current = new DeletionReason.Expired(EXPIRY);
    // then
    assertThat(only(DECIDER.decide(workspace, removal(old), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_EXPIRED));
    assertThat(only(DECIDER.decide(workspace, removal(current), NOW))).isEqualTo(deletion(current));
  }

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void onlyADestroyedWorkspaceCanBeConfirmedGone(Lifecycle lifecycle) {
    // when
    Event event = only(DECIDER.decide(standing(lifecycle), confirmation(RECEIPT), NOW));
    // then
    assertThat(event)
        .isEqualTo(
            lifecycle instanceof Lifecycle.Destroyed
                ? new Event.Deleted(RECEIPT)
                : refused(RefusalReason.NOT_DESTROYED));
  }

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void onlyADestroyedWorkspaceCanBeHeldUp(Lifecycle lifecycle) {
    // when
    Event event = only(DECIDER.decide(standing(lifecycle), report(INCARNATION), NOW));
    // then
    assertThat(event)
        .isEqualTo(
            lifecycle instanceof Lifecycle.Destroyed
                ? new Event.DeletionHeld(INCARNATION, HOLDUP)
                : refused(RefusalReason.NOT_DESTROYED));
  }

  @Test
  void whatHoldsUpAnotherLifeIsRefused() {
    // given
    Workspace destroyed = standing(new Lifecycle.Destroyed(ATTEMPT, REQUESTED));
    // then
    assertThat(only(DECIDER.decide(destroyed, report(INCARNATION - 1), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_DESTROYED));
  }

  @Test
  void aRetryThatNamesItsAttemptComesTooLateForAnother() {
    // given
    Workspace failed = standing(new Lifecycle.DestroyFailed(ATTEMPT, LASTING, REQUESTED));
    // then
    assertThat(only(DECIDER.decide(failed, retryOf(ATTEMPT), NOW)))
        .isEqualTo(new Event.Retried(ATTEMPT + 1, "deletion-controller"));
    assertThat(only(DECIDER.decide(failed, retryOf(ATTEMPT - 1), NOW)))
        .isEqualTo(refused(RefusalReason.NOTHING_TO_RETRY));
  }

  @Test
  void noMoreIsKeptOfWhatHoldsThanALimit() {
    // given
    List<String> many = Collections.nCopies(Holdup.MOST + 1, "x".repeat(Holdup.LONGEST + 1));
    // when
    Holdup kept = new Holdup(many, NOW);
    // then
    assertThat(kept.by())
        .hasSize(Holdup.MOST)
        .allSatisfy(sentence -> assertThat(sentence).hasSize(Holdup.LONGEST).endsWith("…"));
  }

  @ParameterizedTest
  @ValueSource(ints = {INCARNATION - 1, INCARNATION + 1})
  void theProofOfAnotherLifeIsRefused(int incarnation) {
    // given
    Receipt other = new Receipt(incarnation, List.of("all gone"), NOW);
    Workspace destroyed = standing(new Lifecycle.Destroyed(ATTEMPT, REQUESTED));
    // then
    assertThat(only(DECIDER.decide(destroyed, confirmation(other), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_DESTROYED));
  }

  private static Event deletion(DeletionReason reason) {
    return new Event.DeletionRequested(ATTEMPT + 1, reason, "bob");
  }

  private static Command retryOf(int attempt) {
    return new Command.Retry(new CommandId("retry"), ID, "deletion-controller", attempt);
  }

  private static Command confirmation(Receipt receipt) {
    return new Command.ConfirmDeletion(new CommandId("confirm"), ID, receipt);
  }
}
