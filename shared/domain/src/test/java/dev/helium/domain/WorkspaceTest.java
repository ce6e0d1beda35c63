package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.RECEIPT;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkspaceTest {
  private static final int NEXT = ATTEMPT + 1;
  private static final Instant LATER = NOW.plusSeconds(30);

  static Stream<Arguments> everyPair() {
    return Samples.everyLifecycle()
        .flatMap(
            lifecycle ->
                StateSpace.events().stream()
                    .filter(LifecycleEvent.class::isInstance)
                    .map(event -> Arguments.of(lifecycle, event)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void everyEventLeadsFromEveryStateToOneState(Lifecycle before, LifecycleEvent event) {
    // given
    Workspace workspace = standing(before);
    // when
    Workspace after = workspace.apply(record(workspace, event));
    // then
    assertThat(after.lifecycle()).isEqualTo(expected(before, event));
    assertThat(after.sequence()).isEqualTo(workspace.sequence() + 1);
    assertThat(after.decision(new CommandId("cause"))).isEqualTo(Decision.of(event));
  }

  private static Lifecycle expected(Lifecycle before, LifecycleEvent event) {
    return switch (event) {
      case Event.Created ignored -> new Lifecycle.Provisioning(NEXT, 0, NOW);
      case Event.Updated ignored -> new Lifecycle.Provisioning(NEXT, 0, NOW);
      case Event.DeletionRequested ignored -> new Lifecycle.Destroying(NEXT, 0, NOW, REQUESTED);
      case Event.ExpiryChanged ignored -> before;
      case Event.Retried ignored -> attemptedAgain(before);
      case Event.Cancelled ignored ->
          new Lifecycle.ProvisioningFailed(
              ATTEMPT, new Failure(FailureKind.CANCELLED, "it was cancelled by bob"));
      case Event.Progressed ignored -> before;
      case Event.DeletionHeld ignored -> before;
      case Event.Drifted(int attempt, String what) ->
          before instanceof Lifecycle.Provisioned(int made, var outputs, String ignored)
                  && made == attempt
              ? new Lifecycle.Provisioned(attempt, outputs, what)
              : before;
      case Event.ClusterGone ignored ->
          before instanceof Lifecycle.Destroying || before instanceof Lifecycle.DestroyFailed
              ? new Lifecycle.Destroying(NEXT, 0, NOW, REQUESTED)
              : before;
      case Event.Unchanged ignored -> before;
      case Event.Refused ignored -> before;
      case Event.Protected ignored -> before;
      case Event.Unprotected ignored -> before;
      case Event.ExpiringSoon ignored -> before;
      case Event.Provisioned provisioned ->
          new Lifecycle.Provisioned(ATTEMPT, provisioned.outputs());
      case Event.Destroyed ignored -> new Lifecycle.Destroyed(ATTEMPT, REQUESTED);
      case Event.Deleted ignored -> new Lifecycle.Deleted(RECEIPT);
      case Event.RetryScheduled ignored -> retried(before);
      case Event.GaveUp ignored ->
          before instanceof Lifecycle.Destroying
              ? new Lifecycle.DestroyFailed(ATTEMPT, LASTING, REQUESTED)
              : new Lifecycle.ProvisioningFailed(ATTEMPT, LASTING);
    };
  }

  private static Lifecycle attemptedAgain(Lifecycle before) {
    return switch (before) {
      case Lifecycle.Destroying ignored -> new Lifecycle.Destroying(NEXT, 0, NOW, REQUESTED);
      case Lifecycle.DestroyFailed ignored -> new Lifecycle.Destroying(NEXT, 0, NOW, REQUESTED);
      case Lifecycle ignored -> new Lifecycle.Provisioning(NEXT, 0, NOW);
    };
  }

  private static Lifecycle retried(Lifecycle before) {
    return switch (before) {
      case Lifecycle.Provisioning ignored -> new Lifecycle.Provisioning(NEXT, 1, LATER);
      case Lifecycle.Destroying ignored -> new Lifecycle.Destroying(NEXT, 1, LATER, REQUESTED);
      case Lifecycle other -> other;
    };
  }

  @Test
  void anEventDeliveredAgainChangesNothing() {
    // given
    Workspace workspace = Workspace.absent(Samples.ID);
    EventRecord created = record(workspace, new Event.Created(1, 1, SPEC, "bob", EXPIRY));
    Workspace once = workspace.apply(created);
    // then
    assertThat(once.apply(created)).isEqualTo(once);
  }

  @Test
  void outcomesGoBackToTheCommandThatBeganTheAttempt() {
    // given
    Workspace absent = Workspace.absent(Samples.ID);
    Workspace created = absent.apply(record(absent, new Event.Created(1, 1, SPEC, "bob", EXPIRY)));
    Workspace refused =
        created.apply(
            new EventRecord(
                Samples.ID,
                Source.PROVISIONER,
                2,
                new Cause.Commanded(new CommandId("other")),
                NOW,
                new Event.Refused(Refusal.of(RefusalReason.NOT_EXPIRED))));
    // then
    assertThat(refused.request()).isEqualTo(new CommandId("cause"));
  }

  @Test
  void anEventOfAnotherWorkspaceIsNeverTaken() {
    // given
    Workspace workspace = Workspace.absent(new WorkspaceId("another"));
    EventRecord created =
        record(Workspace.absent(Samples.ID), new Event.Created(1, 1, SPEC, "bob", EXPIRY));
    // then
    assertThatThrownBy(() -> workspace.apply(created))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an event of example says nothing of another");
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void everyKindOfEventHasOneWriter(Source source) {
    // given
    Event decided = new Event.Unchanged();
    Event seen = new Event.ReadinessChanged(1, new Readiness.Ready());
    Event foreign = source == Source.PROVISIONER ? seen : decided;
    // then
    assertThatThrownBy(
            () -> new EventRecord(Samples.ID, source, 1, new Cause.Observed(), NOW, foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the event is not one that its source writes");
  }
}
