package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.MISSING;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PASSING;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Samples.drift;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.removal;
import static dev.helium.domain.Samples.retry;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DriftingTest {
  private static final Workspace WHOLE = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
  private static final Workspace DRIFTED =
      WHOLE.apply(record(WHOLE, new Event.Drifted(ATTEMPT, MISSING)));

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void onlyWhatWasMadeToItsEndIsExpectedToBeThere(Lifecycle lifecycle) {
    // when
    Event event = only(DECIDER.decide(standing(lifecycle), drift(ATTEMPT), NOW));
    // then
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Provisioning ignored -> refused(RefusalReason.NOT_DRIFTED);
          case Lifecycle.Provisioned ignored -> new Event.Drifted(ATTEMPT, MISSING);
          case Lifecycle.ProvisioningFailed ignored -> refused(RefusalReason.NOT_DRIFTED);
          case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void whatWasMadeAgainSinceIsLeftAlone() {
    assertThat(only(DECIDER.decide(WHOLE, drift(ATTEMPT - 1), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_DRIFTED));
    assertThat(only(DECIDER.decide(DRIFTED, drift(ATTEMPT), NOW))).isEqualTo(new Event.Unchanged());
  }

  @Test
  void aDriftedWorkspaceNeedsSomebodyAndSaysWhatIsMissing() {
    assertThat(Status.of(DRIFTED.lifecycle(), new Readiness.Ready(), true))
        .isEqualTo(Status.FAILED);
    assertThat(DRIFTED.lifecycle())
        .isEqualTo(new Lifecycle.Provisioned(ATTEMPT, Map.of(), MISSING));
    assertThat(DRIFTED.attempt()).isEqualTo(ATTEMPT);
  }

  @Test
  void aRetryOfADriftedWorkspaceLooksAtTheClusterFirstHoweverOftenItFails() {
    // when
    Workspace retried = DRIFTED.apply(record(DRIFTED, only(DECIDER.decide(DRIFTED, retry(), NOW))));
    Workspace failed =
        retried.apply(
            record(
                retried,
                only(
                    DECIDER.report(retried, new AttemptReport.Failed(ATTEMPT + 1, PASSING), NOW))));
    Workspace updated =
        failed.apply(record(failed, new Event.Updated(ATTEMPT + 3, SPEC, "bob", EXPIRY)));
    Workspace made = updated.apply(record(updated, new Event.Provisioned(ATTEMPT + 3, Map.of())));
    // then
    assertThat(retried.lifecycle())
        .isEqualTo(new Lifecycle.Provisioning(ATTEMPT + 1, 0, NOW, true));
    assertThat(failed.lifecycle())
        .isInstanceOfSatisfying(
            Lifecycle.Provisioning.class, making -> assertThat(making.afresh()).isTrue());
    assertThat(updated.lifecycle())
        .isEqualTo(new Lifecycle.Provisioning(ATTEMPT + 3, 0, NOW, true));
    assertThat(made.lifecycle()).isEqualTo(new Lifecycle.Provisioned(ATTEMPT + 3, Map.of()));
  }

  @Test
  void aDriftedWorkspaceIsClosedOnlyForWhatIsMissingNow() {
    // given
    DeletionReason missing = new DeletionReason.Drifted(ATTEMPT);
    DeletionReason before = new DeletionReason.Drifted(ATTEMPT - 1);
    // then
    assertThat(only(DECIDER.decide(DRIFTED, removal(missing), NOW)))
        .isEqualTo(new Event.DeletionRequested(ATTEMPT + 1, missing, "bob"));
    assertThat(only(DECIDER.decide(DRIFTED, removal(before), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_DRIFTED));
    assertThat(only(DECIDER.decide(WHOLE, removal(missing), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_DRIFTED));
  }

  @Test
  void whatIsProtectedIsNotClosed() {
    // given
    Workspace held = DRIFTED.under(Samples.PROTECTED);
    DeletionReason missing = new DeletionReason.Drifted(ATTEMPT);
    // then
    assertThat(only(DECIDER.decide(held, removal(missing), NOW)))
        .isEqualTo(
            new Event.Refused(
                new Refusal(RefusalReason.PROTECTED, List.of(), Samples.PROTECTION.sentence())));
    assertThat(only(DECIDER.decide(held, removal(missing), Samples.PROTECTION.until())))
        .isEqualTo(new Event.DeletionRequested(ATTEMPT + 1, missing, "bob"));
  }

  @Test
  void aReportSaysWhatIsMissingInASentence() {
    assertThatThrownBy(() -> new Command.ReportDrift(drift(1).id(), Samples.ID, 1, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Command.ReportDrift(drift(1).id(), Samples.ID, 1, "x".repeat(301)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("what is missing has 1 to 300 characters");
  }
}
