package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PASSING;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ReportingTest {
  private static final List<Step> STEPS = List.of(new Step("create", "Pod/a"));
  private static final Map<String, String> OUTPUTS = Map.of("K8sNamespace", "example");

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void aReportCountsOnlyForTheAttemptUnderWay(Lifecycle lifecycle) {
    // given
    Workspace workspace = standing(lifecycle);
    boolean making = lifecycle instanceof Lifecycle.Provisioning;
    boolean destroying = lifecycle instanceof Lifecycle.Destroying;
    // then
    assertThat(DECIDER.report(workspace, new AttemptReport.Progressed(ATTEMPT, STEPS), NOW))
        .isEqualTo(
            making || destroying ? List.of(new Event.Progressed(ATTEMPT, STEPS)) : List.of());
    assertThat(DECIDER.report(workspace, new AttemptReport.Applied(ATTEMPT, OUTPUTS), NOW))
        .isEqualTo(making ? List.of(new Event.Provisioned(ATTEMPT, OUTPUTS)) : List.of());
    assertThat(DECIDER.report(workspace, new AttemptReport.Destroyed(ATTEMPT), NOW))
        .isEqualTo(destroying ? List.of(new Event.Destroyed(ATTEMPT)) : List.of());
    assertThat(DECIDER.report(workspace, new AttemptReport.Failed(ATTEMPT, LASTING), NOW))
        .isEqualTo(making || destroying ? List.of(new Event.GaveUp(ATTEMPT, LASTING)) : List.of());
  }

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void whatAnotherAttemptSaysChangesNothing(Lifecycle lifecycle) {
    // given
    Workspace workspace = standing(lifecycle);
    // then
    assertThat(
            Stream.of(ATTEMPT - 1, ATTEMPT + 1)
                .flatMap(
                    attempt ->
                        Stream.of(
                            new AttemptReport.Progressed(attempt, STEPS),
                            new AttemptReport.Applied(attempt, OUTPUTS),
                            new AttemptReport.Destroyed(attempt),
                            new AttemptReport.Failed(attempt, PASSING)))
                .flatMap(report -> DECIDER.report(workspace, report, NOW).stream()))
        .isEmpty();
  }

  @Test
  void aPassingFailureIsTriedAgainUntilTheLimitThenGivenUp() {
    // given
    AttemptReport failed = new AttemptReport.Failed(ATTEMPT, PASSING);
    // then
    assertThat(only(DECIDER.report(provisioningAfter(0), failed, NOW)))
        .isEqualTo(new Event.RetryScheduled(ATTEMPT, PASSING, ATTEMPT + 1, NOW.plusSeconds(1)));
    assertThat(only(DECIDER.report(provisioningAfter(1), failed, NOW)))
        .isEqualTo(new Event.RetryScheduled(ATTEMPT, PASSING, ATTEMPT + 1, NOW.plusSeconds(2)));
    assertThat(only(DECIDER.report(provisioningAfter(2), failed, NOW)))
        .isEqualTo(new Event.GaveUp(ATTEMPT, PASSING));
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void onlyAFailureThatMayPassIsTriedAgain(FailureKind kind) {
    // given
    Workspace destroying = standing(new Lifecycle.Destroying(ATTEMPT, 0, NOW, REQUESTED));
    AttemptReport failed = new AttemptReport.Failed(ATTEMPT, new Failure(kind, "because"));
    // when
    Event event = only(DECIDER.report(destroying, failed, NOW));
    // then
    boolean tried =
        switch (kind) {
          case CLUSTER_UNREACHABLE,
              FORBIDDEN,
              SOURCE_UNAVAILABLE,
              STACK_LOCKED,
              TIMED_OUT,
              DELETION_HELD,
              INTERNAL ->
              true;
          case REFUSED_BY_CLUSTER, QUOTA_EXCEEDED, PROGRAM_FAILED, CANCELLED -> false;
        };
    assertThat(event).isInstanceOf(tried ? Event.RetryScheduled.class : Event.GaveUp.class);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void everyFailureSaysWhereToLookAndWhatToDo(FailureKind kind) {
    assertThat(kind.reasonClass()).isNotNull();
    assertThat(kind.wayOn()).matches("[A-Z].{20,}\\.");
  }

  private static Workspace provisioningAfter(int failures) {
    return standing(new Lifecycle.Provisioning(ATTEMPT, failures, NOW));
  }
}
