package dev.helium.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.gateway.http.Sheds.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** In seconds, which are nanoseconds here. */
class PhaseTest {
  private static final ConnectionLimits LIMITS =
      new ConnectionLimits(1, 1, Duration.ofNanos(10), Duration.ofNanos(60), Duration.ofNanos(30));

  private final Phase phase = new Phase(0);

  @Test
  void aConnectionWithoutARequestEndsWhenItWasIdleForTooLong() {
    // given, when, then
    assertThat(phase.overdue(LIMITS, 60)).isEmpty();
    assertThat(phase.overdue(LIMITS, 61)).contains(Reason.IDLE);
  }

  @Test
  void aHeadHasItsTimeFromItsFirstByteHoweverManyFollow() {
    // given
    phase.bytes(50);
    // when
    phase.bytes(59);
    // then
    assertThat(phase.overdue(LIMITS, 60)).isEmpty();
    assertThat(phase.overdue(LIMITS, 61)).contains(Reason.HEAD);
  }

  @Test
  void aRequestThatWaitsForItsAnswerHasAllTheTime() {
    // given
    request(1);
    // when, then
    assertThat(phase.overdue(LIMITS, 1_000)).isEmpty();
    phase.answered(1_000);
    assertThat(phase.overdue(LIMITS, 1_060)).isEmpty();
    assertThat(phase.overdue(LIMITS, 1_061)).contains(Reason.IDLE);
  }

  @Test
  void aSecondHeadHasItsTimeToo() {
    // given
    request(1);
    phase.answered(2);
    // when
    phase.bytes(30);
    // then
    assertThat(phase.overdue(LIMITS, 40)).isEmpty();
    assertThat(phase.overdue(LIMITS, 41)).contains(Reason.HEAD);
  }

  @Test
  void requestsThatComeBeforeTheAnswersWaitLikeOthers() {
    // given
    request(1);
    request(2);
    // when
    phase.answered(3);
    // then
    assertThat(phase.overdue(LIMITS, 1_000)).isEmpty();
    phase.answered(1_000);
    assertThat(phase.overdue(LIMITS, 1_061)).contains(Reason.IDLE);
  }

  @Test
  void theRestOfABodyAfterItsAnswerIsNotWaitedForLong() {
    // given
    phase.bytes(1);
    phase.head();
    // when
    phase.answered(2);
    phase.bytes(11);
    // then
    assertThat(phase.overdue(LIMITS, 12)).isEmpty();
    assertThat(phase.overdue(LIMITS, 13)).contains(Reason.BODY);
  }

  @Test
  void anAnswerThatNobodyTakesEndsTheConnection() {
    // given
    request(1);
    phase.output(77, 5, 10);
    // when
    phase.output(77, 5, 40);
    // then
    assertThat(phase.overdue(LIMITS, 40)).isEmpty();
    assertThat(phase.overdue(LIMITS, 41)).contains(Reason.STALLED);
  }

  @Test
  void anAnswerThatIsTakenSlowlyDoesNot() {
    // given
    request(1);
    phase.output(77, 5, 10);
    // when
    phase.output(77, 6, 40);
    phase.output(78, 6, 70);
    // then
    assertThat(phase.overdue(LIMITS, 100)).isEmpty();
    phase.output(0, 0, 100);
    phase.answered(100);
    assertThat(phase.overdue(LIMITS, 160)).isEmpty();
  }

  private void request(long now) {
    phase.bytes(now);
    phase.head();
    phase.requestEnded(now);
  }
}
