package dev.helium.deletion.backlog;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.helium.deletion.tenure.Leaving;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.domain.Holdup;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BacklogTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private final Backlog backlog = new Backlog();
  private Instant now = START;

  private void in(WorkspaceId workspace, Stage stage) {
    backlog.changed(
        workspace,
        new Tenure(
            1,
            stage,
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.MAX,
            new Leaving(now, 0, 0, Instant.EPOCH, Holdup.NONE)),
        now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static WorkspaceId name(int number) {
    return new WorkspaceId("ws-" + number);
  }

  private void decide(int count) {
    for (int number = 0; number < count; number++) {
      in(name(number), Stage.LEAVING);
    }
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void countsWhatIsDecidedAndNotProven(Stage stage) {
    // when
    in(DEMO, stage);
    // then
    int expected =
        switch (stage) {
          case NONE, LIVING, ELSEWHERE -> 0;
          case LEAVING, GIVEN_UP, DESTROYED -> 1;
        };
    assertThat(backlog.size()).isEqualTo(expected);
    // when
    in(DEMO, Stage.LEAVING);
    in(DEMO, stage);
    // then
    assertThat(backlog.size()).isEqualTo(expected);
  }

  @Test
  void theOldestIsTheOneThatWasDecidedFirst() {
    // given
    in(name(1), Stage.LEAVING);
    pass(Duration.ofMinutes(1));
    in(name(2), Stage.LEAVING);
    pass(Duration.ofMinutes(1));
    // then
    assertThat(backlog.oldest(now)).isEqualTo(Duration.ofMinutes(2));
    // when
    in(name(1), Stage.NONE);
    // then
    assertThat(backlog.oldest(now)).isEqualTo(Duration.ofMinutes(1));
    // when
    in(name(2), Stage.ELSEWHERE);
    // then
    assertThat(backlog.oldest(now)).isZero();
  }

  @Test
  void itIsForecastByWhatWasDoneLately() {
    // given
    decide(1_000);
    assertThat(backlog.forecast(now)).isEmpty();
    // when ten a second are done, for a minute
    for (int number = 0; number < 600; number++) {
      pass(Duration.ofMillis(100));
      in(name(number), Stage.NONE);
    }
    // then
    assertThat(backlog.forecast(now).orElseThrow().toMillis()).isCloseTo(40_000, within(1_000L));
    // when nothing is done any more
    pass(Throughput.WINDOW.plus(Throughput.SLICE));
    // then
    assertThat(backlog.forecast(now)).isEmpty();
  }

  @Test
  void anEmptyOneIsDoneAndIsNeverStill() {
    pass(Duration.ofHours(1));
    assertThat(backlog.forecast(now)).contains(Duration.ZERO);
    assertThat(backlog.still(now)).isZero();
    in(DEMO, Stage.LEAVING);
    in(DEMO, Stage.NONE);
    pass(Duration.ofHours(1));
    assertThat(backlog.still(now)).isZero();
  }

  @Test
  void itIsStillSinceTheLastEndOrSinceThereIsOne() {
    // given
    pass(Duration.ofHours(1));
    decide(2);
    pass(Duration.ofMinutes(9));
    assertThat(backlog.still(now)).isEqualTo(Duration.ofMinutes(9));
    // when more is decided
    in(name(7), Stage.LEAVING);
    // then
    assertThat(backlog.still(now)).isEqualTo(Duration.ofMinutes(9));
    // when one has come to its end
    in(name(0), Stage.NONE);
    // then
    assertThat(backlog.still(now)).isZero();
  }

  @Test
  void aClusterThatDoesNotAnswerIsNoLackOfProgress() {
    // given
    decide(1);
    // when
    pass(Duration.ofHours(1));
    backlog.excuse(Duration.ofHours(1), now);
    pass(Duration.ofMinutes(1));
    // then
    assertThat(backlog.still(now)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aConnectionThatIsLostNowAndThenHidesNoLackOfProgress() {
    // given
    decide(1);
    // when
    for (int time = 0; time < 4; time++) {
      pass(Duration.ofMinutes(5));
      backlog.excuse(Duration.ofMillis(500), now);
    }
    // then
    assertThat(backlog.still(now)).isEqualTo(Duration.ofMinutes(20).minusSeconds(2));
  }

  @Test
  void whatStandsStillAfterTheClockWasSetBackIsCountedFromThereOn() {
    // given
    now = START.plus(Duration.ofDays(1));
    decide(1);
    // when
    now = START;
    assertThat(backlog.still(now)).isZero();
    pass(Duration.ofMinutes(10));
    // then
    assertThat(backlog.still(now)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aClockThatIsSetBackMakesNothingNegative() {
    // given
    decide(2);
    in(name(0), Stage.NONE);
    // when
    now = START.minusSeconds(1_000);
    // then
    assertThat(backlog.oldest(now)).isZero();
    assertThat(backlog.still(now)).isZero();
    assertThat(backlog.forecast(now)).isEmpty();
  }

  @Test
  void theGaugesSaySo() {
    // given
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    BacklogMeters.register(backlog, () -> now, meters);
    decide(3);
    // when
    pass(BacklogMeters.PATIENCE.minusMillis(1));
    // then
    assertThat(meters.get("helium.deletion.backlog").gauge().value()).isEqualTo(3);
    assertThat(meters.get("helium.deletion.backlog.forecast").gauge().value()).isNaN();
    assertThat(meters.get("helium.deletion.backlog.stuck").gauge().value()).isZero();
    // when
    pass(Duration.ofMillis(1));
    // then
    assertThat(meters.get("helium.deletion.backlog.oldest").gauge().value()).isEqualTo(600);
    assertThat(meters.get("helium.deletion.backlog.still").gauge().value()).isEqualTo(600);
    assertThat(meters.get("helium.deletion.backlog.stuck").gauge().value()).isEqualTo(1);
  }
}
