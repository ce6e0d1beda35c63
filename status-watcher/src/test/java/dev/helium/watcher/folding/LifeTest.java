package dev.helium.watcher.folding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.ClusterName;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LifeTest {
  private static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());
  private static final Failure FAILURE = new Failure(FailureKind.TIMED_OUT, "late");

  private static final Event.Updated UPDATED = new Event.Updated(2, SPEC, "me", Instant.MAX);
  private static final Event.Provisioned PROVISIONED = new Event.Provisioned(1, Map.of());
  private static final Event.DeletionRequested DELETION =
      new Event.DeletionRequested(3, new DeletionReason.Requested(), "me");
  private static final Event.Deleted DELETED =
      new Event.Deleted(new Receipt(1, List.of("gone"), Instant.EPOCH));

  private static Life after(LifecycleEvent... events) {
    Life life = Life.NONE;
    for (LifecycleEvent event : events) {
      life = life.after(event);
    }
    return life;
  }

  private static Event.Created created(int incarnation) {
    return new Event.Created(incarnation, 1, SPEC, "me", Instant.MAX);
  }

  @Test
  void beginsWithItsCreation() {
    assertThat(Life.NONE.isLived()).isFalse();
    assertThat(after(created(1))).isEqualTo(new Life(1, Life.Stage.BEING_MADE));
    assertThat(after(created(1)).isLived()).isTrue();
  }

  @Test
  void isVouchedForByAProgramOfSomebodyElse() {
    // given
    WorkspaceSpec program = new WorkspaceSpec("program", Map.of(), Map.of());
    // when
    Life life = after(new Event.Created(1, 1, program, "me", Instant.MAX), PROVISIONED);
    // then
    assertThat(life).isEqualTo(new Life(1, Life.Stage.MADE, ClusterName.DEFAULT, true));
    assertThat(after(created(1), PROVISIONED).vouched()).isFalse();
  }

  @Test
  void isMadeWhenTheProgramHasRunToItsEnd() {
    assertThat(after(created(1), new Event.Progressed(1, List.of(new Step("create", "x")))))
        .isEqualTo(new Life(1, Life.Stage.BEING_MADE));
    assertThat(after(created(1), PROVISIONED)).isEqualTo(new Life(1, Life.Stage.MADE));
  }

  @Test
  void isBeingChangedFromAnUpdateOnUntilItsProgramHasRunToItsEnd() {
    Life changing = new Life(1, Life.Stage.BEING_CHANGED);
    assertThat(after(created(1), PROVISIONED, UPDATED)).isEqualTo(changing);
    assertThat(changing.after(new Event.RetryScheduled(2, FAILURE, 3, Instant.EPOCH)))
        .isEqualTo(changing);
    assertThat(changing.after(PROVISIONED)).isEqualTo(new Life(1, Life.Stage.MADE));
  }

  @Test
  void isWhatItWasWhenAnUpdateFailsOrIsCancelled() {
    Life made = new Life(1, Life.Stage.MADE);
    assertThat(after(created(1), PROVISIONED, UPDATED, new Event.GaveUp(2, FAILURE)))
        .isEqualTo(made);
    assertThat(after(created(1), PROVISIONED, UPDATED, new Event.Cancelled(2, "me")))
        .isEqualTo(made);
    assertThat(made.after(new Event.Retried(3, "me")))
        .isEqualTo(new Life(1, Life.Stage.BEING_CHANGED));
  }

  @Test
  void staysBeingMadeWhenItFailsOrIsTriedAgain() {
    assertThat(
            after(
                created(1),
                new Event.RetryScheduled(1, FAILURE, 2, Instant.EPOCH),
                new Event.GaveUp(2, FAILURE),
                UPDATED))
        .isEqualTo(new Life(1, Life.Stage.BEING_MADE));
  }

  @Test
  void leavesFromTheRequestOnAndIsOverWithTheProof() {
    assertThat(after(created(1), PROVISIONED, DELETION)).isEqualTo(new Life(1, Life.Stage.LEAVING));
    assertThat(after(created(1), DELETION, new Event.GaveUp(3, FAILURE)))
        .isEqualTo(new Life(1, Life.Stage.LEAVING));
    assertThat(after(created(1), DELETION, new Event.Destroyed(3)))
        .isEqualTo(new Life(1, Life.Stage.LEAVING));
    Life over = after(created(1), DELETION, new Event.Destroyed(3), DELETED);
    assertThat(over).isEqualTo(new Life(1, Life.Stage.NONE));
    assertThat(over.isLived()).isFalse();
  }

  @Test
  void doesNotComeBackWithALateReport() {
    assertThat(after(created(1), DELETION, PROVISIONED)).isEqualTo(new Life(1, Life.Stage.LEAVING));
  }

  @Test
  void beginsAnotherLifeUnderTheSameName() {
    assertThat(after(created(1), DELETION, DELETED, created(2)))
        .isEqualTo(new Life(2, Life.Stage.BEING_MADE));
  }

  @Test
  void livesInTheClusterThatItsNewestSpecificationNames() {
    // given
    Life made = after(created(1), PROVISIONED);
    WorkspaceSpec elsewhere =
        new WorkspaceSpec("namespace", Map.of("clusterStack", " other "), Map.of());
    // when
    Life moved = made.after(new Event.Updated(2, elsewhere, "me", Instant.MAX));
    // then
    assertThat(made.cluster()).isEqualTo(ClusterName.DEFAULT);
    assertThat(moved).isEqualTo(new Life(1, Life.Stage.BEING_CHANGED, new ClusterName("other")));
    assertThat(moved.after(DELETION).cluster()).isEqualTo(new ClusterName("other"));
    assertThat(moved.after(UPDATED)).isEqualTo(made.after(UPDATED));
  }

  @Test
  void isNotTouchedByWhatDecidesNothing() {
    Life made = after(created(1), PROVISIONED);
    assertThat(made.after(new Event.Unchanged())).isEqualTo(made);
    assertThat(made.after(new Event.Refused(Refusal.of(RefusalReason.BEING_DELETED))))
        .isEqualTo(made);
  }
}
