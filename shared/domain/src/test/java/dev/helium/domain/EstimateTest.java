package dev.helium.domain;

import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.PASSING;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class EstimateTest {
  private static final List<Duration> TEN = runs(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);

  @Test
  void itIsTheMiddleOfPastRunsWithTheirSpread() {
    assertThat(Estimate.of(Story.created().view(), TEN, at(1)))
        .contains(new Estimate.Expected(at(50), at(10), at(90), 10));
  }

  @Test
  void itRestsOnRunsThatTookLongerThanThisOneAlready() {
    assertThat(Estimate.of(Story.created().view(), TEN, at(80)))
        .contains(new Estimate.Expected(at(90), at(90), at(100), 2));
  }

  @Test
  void whatHasTakenLongerThanEveryRunIsOverdue() {
    assertThat(Estimate.of(Story.created().view(), TEN, at(100)))
        .contains(new Estimate.Overdue(Duration.ofMillis(100), 10));
  }

  @Test
  void fewRunsSayNothing() {
    assertThat(Estimate.of(Story.created().view(), runs(10, 20), at(1))).isEmpty();
    assertThat(Estimate.of(Story.created().view(), runs(10, 20, 30), at(1))).isPresent();
  }

  @Test
  void thereIsNoneForWhatIsNotBeingCreated() {
    // given
    Story ready = Story.ready(10, 20);
    Story failed = Story.created().on(5, new Event.GaveUp(1, PASSING));
    Story changed = Story.ready(10, 20).on(30, new Event.Updated(2, SPEC, "ada", EXPIRY));
    // then
    assertThat(Estimate.of(ready.view(), TEN, at(25))).isEmpty();
    assertThat(Estimate.of(failed.view(), TEN, at(25))).isEmpty();
    assertThat(Estimate.of(changed.view(), TEN, at(35))).isEmpty();
    assertThat(Estimate.of(WorkspaceView.absent(Samples.ID), TEN, at(1))).isEmpty();
  }

  @Test
  void aRunIsFromTheDecisionToReadiness() {
    assertThat(PastRun.of(Story.ready(10, 20).view()))
        .contains(new PastRun("namespace", Samples.ID, 1, at(20), Duration.ofMillis(20)));
  }

  @Test
  void aRunIsNoneThatNeededHelpOrIsNotOver() {
    // given
    Story unready = Story.created().on(10, new Event.Provisioned(1, Map.of()));
    Story helped =
        Story.created()
            .on(5, new Event.RetryScheduled(1, PASSING, 2, at(6)))
            .on(10, new Event.Provisioned(2, Map.of()))
            .seen(20, Story.READY);
    Story changed =
        Story.created()
            .on(5, new Event.Updated(2, SPEC, "ada", EXPIRY))
            .on(10, new Event.Provisioned(2, Map.of()))
            .seen(20, Story.READY);
    // then
    assertThat(PastRun.of(unready.view())).isEmpty();
    assertThat(PastRun.of(helped.view())).isEmpty();
    assertThat(PastRun.of(changed.view())).isEmpty();
  }

  private static List<Duration> runs(long... milliseconds) {
    return LongStream.of(milliseconds).mapToObj(Duration::ofMillis).toList();
  }
}
