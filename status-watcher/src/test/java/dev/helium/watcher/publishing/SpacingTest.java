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
    return NOW.isBefore(earliest(stage, life, everReady, seen, NOW));
  }

  private Instant earliest(
      Life.Stage stage, int life, boolean everReady, Readiness seen, Instant now) {
    Assessment assessment =
        new Assessment(seen, Map.of(), List.of(), Progress.NONE, Milestones.NONE, Instant.MAX);
    return spacing.earliest(new Life(life, stage, ClusterName.DEFAULT), everReady, assessment, now);
  }

  @ParameterizedTest
  @EnumSource(Life.Stage.class)
  void whatOnlyWaitsIsHeldUntilItsTime(Life.Stage stage) {
    assertThat(isHeld(stage, 1, false, WAITING)).isEqualTo(stage != Life.Stage.LEAVING);
    assertThat(earliest(stage, 1, false, WAITING, NOW.plusMillis(1)))
        .isEqualTo(stage == Life.Stage.LEAVING ? Instant.MIN : NOW.plus(Spacing.WHILE_WAITING));
  }

  @Test
  void theNextIsHeldFromWhatWasSaidOn() {
    // given
    Instant said = NOW.plus(Spacing.WHILE_WAITING);
    isHeld(Life.Stage.BEING_MADE, 1, false, WAITING);
    // when
    spacing.said(new ReadinessChanged(1, WAITING), said);
    // then
    assertThat(earliest(Life.Stage.BEING_MADE, 1, false, WAITING, said))
        .isEqualTo(said.plus(Spacing.WHILE_WAITING));
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
  void nothingIsHeldOfWhatHasBeenReady() {
    assertThat(isHeld(Life.Stage.MADE, 1, true, WAITING)).isFalse();
  }

  @Test
  void anotherLifeIsHeldByItself() {
    // given
    spacing.said(new ReadinessChanged(1, new Readiness.Ready()), NOW.minusSeconds(60));
    // then
    assertThat(isHeld(Life.Stage.BEING_MADE, 1, false, WAITING)).isFalse();
    assertThat(isHeld(Life.Stage.BEING_MADE, 2, false, WAITING)).isTrue();
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
    Instant time = NOW.plus(Spacing.WHILE_WAITING);
    isHeld(Life.Stage.BEING_MADE, 1, false, WAITING);
    // when
    spacing.said(new ConnectionChanged(1, Map.of("Service/web", "10.0.0.1")), time);
    // then
    assertThat(earliest(Life.Stage.BEING_MADE, 1, false, WAITING, time)).isEqualTo(time);
  }

  @Test
  void aClockThatWasSetBackIsNotWaitedFor() {
    // given
    spacing.said(new ReadinessChanged(1, WAITING), NOW.plus(Duration.ofHours(1)));
    // then
    assertThat(isHeld(Life.Stage.BEING_MADE, 1, false, WAITING)).isFalse();
  }
}
