package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.INCARNATION;
import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.LOST_CLUSTER;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PASSING;
import static dev.helium.domain.Samples.RECEIPT;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.abroad;
import static dev.helium.domain.Samples.clusterGone;
import static dev.helium.domain.Samples.creation;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.removal;
import static dev.helium.domain.Samples.retry;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClusterLossTest {
  private static final Workspace FAILED =
      abroad(new Lifecycle.DestroyFailed(ATTEMPT, LASTING, REQUESTED));
  private static final Event.ClusterGone GONE = new Event.ClusterGone(ATTEMPT + 1, LOST_CLUSTER);

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void onlyWhatIsOnItsWayOutIsDestroyedWithoutItsCluster(Lifecycle lifecycle) {
    // given
    Workspace workspace =
        lifecycle instanceof Lifecycle.Absent ? standing(lifecycle) : abroad(lifecycle);
    // when
    Event event = only(DECIDER.decide(workspace, clusterGone(workspace.incarnation()), NOW));
    // then
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Provisioning ignored -> refused(RefusalReason.NOT_LEAVING);
          case Lifecycle.Provisioned ignored -> refused(RefusalReason.NOT_LEAVING);
          case Lifecycle.ProvisioningFailed ignored -> refused(RefusalReason.NOT_LEAVING);
          case Lifecycle.Destroying ignored -> GONE;
          case Lifecycle.DestroyFailed ignored -> GONE;
          case Lifecycle.Destroyed ignored -> new Event.Unchanged();
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void theDefaultClusterIsNeverGone() {
    // given
    Workspace here = standing(new Lifecycle.DestroyFailed(ATTEMPT, LASTING, REQUESTED));
    // then
    assertThat(only(DECIDER.decide(here, clusterGone(INCARNATION), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_LEAVING));
  }

  @Test
  void whatIsSaidOfAnotherLifeIsNotSaidOfThisOne() {
    assertThat(only(DECIDER.decide(FAILED, clusterGone(INCARNATION - 1), NOW)))
        .isEqualTo(refused(RefusalReason.NOT_LEAVING));
  }

  @Test
  void itBeginsAnAttemptAndIsKnownForAllThatFollow() {
    // given
    Workspace lost = FAILED.apply(record(FAILED, GONE));
    assertThat(lost.lifecycle())
        .isEqualTo(new Lifecycle.Destroying(ATTEMPT + 1, 0, NOW, REQUESTED));
    assertThat(lost.terms().clusterGone()).isTrue();
    assertThat(only(DECIDER.decide(lost, clusterGone(INCARNATION), NOW)))
        .isEqualTo(new Event.Unchanged());
    // when it fails, for another reason
    Event again = only(DECIDER.report(lost, new AttemptReport.Failed(ATTEMPT + 1, PASSING), NOW));
    Workspace waiting = lost.apply(record(lost, again));
    Event retried = only(DECIDER.decide(waiting, retry(), NOW));
    Workspace retrying = waiting.apply(record(waiting, retried));
    // then
    assertThat(waiting.terms().clusterGone()).isTrue();
    assertThat(retrying.terms().clusterGone()).isTrue();
  }

  @Test
  void aDeletionThatIsAskedForAnewKnowsItStill() {
    // given
    Workspace lost = FAILED.apply(record(FAILED, GONE));
    Workspace failed = lost.apply(record(lost, new Event.GaveUp(ATTEMPT + 1, LASTING)));
    // when
    Event asked = only(DECIDER.decide(failed, removal(REQUESTED), NOW));
    // then
    assertThat(failed.apply(record(failed, asked)).terms().clusterGone()).isTrue();
  }

  @Test
  void anotherLifeBeginsWithoutIt() {
    // given
    Workspace lost = abroad(new Lifecycle.Deleted(RECEIPT)).under(Terms.NONE.withoutCluster());
    // when
    Event created = only(DECIDER.decide(lost, creation(new ExpiryRequest.Unspecified()), NOW));
    // then
    assertThat(lost.apply(record(lost, created)).terms().clusterGone()).isFalse();
  }

  @Test
  void evidenceHasABound() {
    for (String evidence : List.of("", "x".repeat(501))) {
      assertThatThrownBy(
              () ->
                  new Command.ReportClusterGone(
                      new CommandId("c"), Samples.ID, INCARNATION, evidence))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 to 500 characters");
    }
  }
}
