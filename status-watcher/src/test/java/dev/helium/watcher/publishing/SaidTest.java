package dev.helium.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Connection;
import dev.helium.domain.Event.ConnectionChanged;
import dev.helium.domain.Event.ReadinessChanged;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.watcher.folding.Assessment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SaidTest {
  private static final Readiness READY = new Readiness.Ready();
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Map<String, String> ADDRESS = Map.of("Service/web", "10.0.0.1");

  private static Assessment assessment(Readiness readiness, Map<String, String> addresses) {
    return new Assessment(
        readiness, addresses, List.of(), Progress.NONE, Milestones.NONE, Instant.MAX);
  }

  private static Assessment counted(Progress progress, Milestones milestones) {
    return new Assessment(READY, Map.of(), List.of(), progress, milestones, Instant.MAX);
  }

  @Test
  void saysWhereBeforeItSaysReady() {
    Assessment assessment = assessment(READY, ADDRESS);
    Said nothing = Said.NOTHING;
    assertThat(nothing.next(1, assessment, NOW)).contains(new ConnectionChanged(1, ADDRESS));
    Said where = nothing.after(1, new ConnectionChanged(1, ADDRESS));
    assertThat(where.next(1, assessment, NOW)).contains(new ReadinessChanged(1, READY));
    Said all = where.after(2, new ReadinessChanged(1, READY));
    assertThat(all.next(1, assessment, NOW)).isEmpty();
    assertThat(all.sequence()).isEqualTo(2);
  }

  @Test
  void saysAWayInThatIsNewAndTheSameOneNotAgain() {
    // given
    Connection way =
        new Connection(
            Connection.Kind.LINK,
            "Service/web",
            "http",
            Connection.Scheme.HTTP,
            "10.0.0.1",
            80,
            "/",
            "");
    Assessment assessment =
        new Assessment(READY, ADDRESS, List.of(way), Progress.NONE, Milestones.NONE, Instant.MAX);
    Said before =
        Said.NOTHING
            .after(1, new ConnectionChanged(1, ADDRESS))
            .after(2, new ReadinessChanged(1, READY));
    // when
    ConnectionChanged said = new ConnectionChanged(1, ADDRESS, List.of(way));
    // then
    assertThat(before.next(1, assessment, NOW)).contains(said);
    assertThat(before.after(3, said).next(1, assessment, NOW)).isEmpty();
    assertThat(before.after(3, said).next(1, assessment(READY, ADDRESS), NOW))
        .contains(new ConnectionChanged(1, ADDRESS));
  }

  @Test
  void saysNothingAboutWhatItHasNotSeen() {
    assertThat(Said.NOTHING.next(1, assessment(new Readiness.Unknown(), Map.of()), NOW)).isEmpty();
    Said ready = Said.NOTHING.after(1, new ReadinessChanged(1, READY));
    assertThat(ready.next(1, assessment(new Readiness.Unknown(), Map.of()), NOW)).isEmpty();
  }

  @Test
  void saysItAgainInAnotherLifeAndCountsOn() {
    Said before =
        Said.NOTHING
            .after(1, new ConnectionChanged(1, ADDRESS))
            .after(2, new ReadinessChanged(1, READY));
    assertThat(before.next(2, assessment(READY, Map.of()), NOW))
        .contains(new ReadinessChanged(2, READY));
    Said after = before.after(3, new ReadinessChanged(2, READY));
    assertThat(after).isEqualTo(new Said(3, 2, READY, Map.of(), List.of(), Progress.NONE));
  }

  @Test
  void saysAnotherNumberOfReadyPodsAndNothingWhenNoneAreCountedAnyMore() {
    // given
    Progress two = new Progress(2, 3, "Pod/web-2");
    Progress three = new Progress(3, 3, "");
    Milestones milestones = new Milestones(NOW, Milestones.UNKNOWN);
    Said said = Said.NOTHING.after(1, new ReadinessChanged(1, READY, two, Milestones.NONE));
    // then
    assertThat(said.next(1, counted(three, milestones), NOW))
        .contains(new ReadinessChanged(1, READY, three, milestones));
    assertThat(said.next(1, counted(two, milestones), NOW)).isEmpty();
    assertThat(said.next(1, counted(Progress.NONE, milestones), NOW)).isEmpty();
  }

  @Test
  void whatIsSaidOfAnEarlierLifeLateChangesOnlyTheCount() {
    Said said = Said.NOTHING.after(1, new ReadinessChanged(2, READY));
    assertThat(said.after(2, new ConnectionChanged(1, ADDRESS)))
        .isEqualTo(new Said(2, 2, READY, Map.of(), List.of(), Progress.NONE));
  }

  @Test
  void isNotConfusedByAnEventDeliveredAgain() {
    Said said = Said.NOTHING.after(2, new ReadinessChanged(1, READY));
    assertThat(said.after(2, new ConnectionChanged(1, ADDRESS))).isEqualTo(said);
    assertThat(said.after(1, new ConnectionChanged(1, ADDRESS))).isEqualTo(said);
  }

  @Test
  void doesNotUseTheNumberOfAnEventThatCannotBeRead() {
    Said said = Said.NOTHING.after(1, new ReadinessChanged(1, READY));
    assertThat(said.passOver(2))
        .isEqualTo(new Said(2, 1, READY, Map.of(), List.of(), Progress.NONE));
    assertThat(said.passOver(1)).isEqualTo(said);
    assertThat(said.passOver(7)).isEqualTo(said);
  }

  @Test
  void saysOfEachTroubleSinceWhenItHasBeenThere() {
    // given
    Reason pull = new Reason(ReasonKind.FATAL, "Pod/web", "ImagePullBackOff", "no image");
    Reason waiting = new Reason(ReasonKind.WAITING, "Pod/db", "ContainerCreating", "soon");
    Said said =
        Said.NOTHING.after(
            1, new ReadinessChanged(1, notReady(pull.since(NOW), waiting.since(NOW))));
    // when
    Reason other = new Reason(ReasonKind.FATAL, "Pod/web", "ImagePullBackOff", "still no image");
    Reason crash = new Reason(ReasonKind.RECOVERABLE, "Pod/db", "CrashLoopBackOff", "2 times");
    Instant later = NOW.plusSeconds(60);
    // then
    assertThat(said.next(1, assessment(notReady(other, crash), Map.of()), later))
        .contains(new ReadinessChanged(1, notReady(other.since(NOW), crash.since(later))));
  }

  @Test
  void saysNothingWhenOnlyTimeHasPassed() {
    // given
    Reason pull = new Reason(ReasonKind.FATAL, "Pod/web", "ImagePullBackOff", "no image");
    Said said = Said.NOTHING.after(1, new ReadinessChanged(1, notReady(pull.since(NOW))));
    // then
    assertThat(said.next(1, assessment(notReady(pull), Map.of()), NOW.plusSeconds(60))).isEmpty();
  }

  private static Readiness notReady(Reason... reasons) {
    return new Readiness.NotReady(List.of(reasons));
  }
}
