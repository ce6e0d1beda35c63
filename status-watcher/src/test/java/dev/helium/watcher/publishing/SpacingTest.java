package dev.helium.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Event.ConnectionChanged;
import dev.helium.domain.Event.ReadinessChanged;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.watcher.folding.Assessment;
import dev.helium.watcher.folding.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SpacingTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Readiness WAITING = notReady(ReasonKind.WAITING);

  private final Spacing spacing = new Spacing();

  private static Readiness notReady(ReasonKind... kinds) {
    return new Readiness.NotReady(
        List.of(kinds).stream()
            .map(kind -> new Reason(kind, "Pod/a", "Code", "so it is"))
            .toList());
  }

  private boolean isHeld(Life.Stage stage, int life, boolean everReady, Readiness seen) {
    Assessment assessment =
        new Assessment(seen, Map.of(), List.of(), Progress.NONE, Milestones.NONE, Instant.MAX);
    return NOW.isBefore(
        spacing.earliest(new Life(life, stage, ClusterName.DEFAULT), everReady, assessment, NOW));
  }

  @Test
  void theFirstIsSaidAtOnce() {
    assertThat(isHeld(Life.Stage.BEING_MADE, 1, false, WAITING)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Life.Stage.class)
  void whatOnlyWaitsIsHeldUntilItsTime(Life.Stage stage) {
    // given
    spacing.said(new ReadinessChanged(1, WAITING), NOW);
    // then
    assertThat(isHeld(stage, 1, false, WAITING)).isEqualTo(stage != Life.Stage.LEAVING);
  }

  @Test
  void thatItIsReadyOrThatSomethingIsWrongIsNeverHeld() {
    // given
    spacing.said(new ReadinessChanged(1, WAITING), NOW);
    // then
    assertThat(isHeld(Life.Stage.MADE, 1, false, new Readiness.Ready())).isFalse();
    for (ReasonKind wrong : List.of(ReasonKind.RECOVERABLE, ReasonKind.FATAL)) {
      assertThat(isHeld(Life.Stage.MADE, 1, false, notReady(ReasonKind.WAITING, wrong))).isFalse();
    }
  }

  @Test
  void nothingIsHeldOfWhatHasBeenReadyOrOfAnotherLife() {
    // given
    spacing.said(new ReadinessChanged(1, WAITING), NOW);
    // then
    assertThat(isHeld(Life.Stage.MADE, 1, true, WAITING)).isFalse();
    assertThat(isHeld(Life.Stage.BEING_MADE, 2, false, WAITING)).isFalse();
  }

  @Test
  void nothingIsHeldOnceItWasSaidToBeReady() {
    // given
    spacing.said(new ReadinessChanged(1, new Readiness.Ready()), NOW);
    spacing.said(new ReadinessChanged(1, WAITING), NOW);
    // then
    assertThat(isHeld(Life.Stage.BEING_CHANGED, 1, false, WAITING)).isFalse();
  }

  @Test
  void howItIsIsSaidTogetherWithWhatLeadsThere() {
    // given
    spacing.said(new ConnectionChanged(1, Map.of("Service/web", "10.0.0.1")), NOW);
    // then
    assertThat(isHeld(Life.Stage.BEING_MADE, 1, false, WAITING)).isFalse();
  }

  @Test
  void aClockThatWasSetBackIsNotWaitedFor() {
    // given
    spacing.said(new ReadinessChanged(1, WAITING), NOW.plus(Duration.ofHours(1)));
    // then
    assertThat(isHeld(Life.Stage.BEING_MADE, 1, false, WAITING)).isFalse();
  }
}
