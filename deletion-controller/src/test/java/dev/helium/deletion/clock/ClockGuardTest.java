package dev.helium.deletion.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ClockGuardTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration TOLERANCE = Duration.ofMinutes(1);
  private static final Duration BEYOND = TOLERANCE.plusMillis(1);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final ClockGuard GUARD = new ClockGuard(TOLERANCE);

  private static final Reading WITNESSED = new Reading(START, 5);
  private static final Duration LATER = Duration.ofHours(10);

  /** Ten hours after the trusted reading, with the clock as it was. */
  private static final Reading IN_LINE = after(WITNESSED, LATER, Duration.ZERO);

  static List<Belief> beliefs() {
    return List.of(
        new Belief.Unwitnessed(),
        new Belief.Trusted(WITNESSED),
        new Belief.Jumped(YEAR),
        new Belief.Contradicted(YEAR.negated()));
  }

  static Stream<Arguments> everyBeliefWithEveryJump() {
    return beliefs().stream()
        .flatMap(
            belief ->
                Stream.of(BEYOND, BEYOND.negated(), YEAR, YEAR.negated())
                    .map(jump -> Arguments.of(belief, jump)));
  }

  @ParameterizedTest
  @MethodSource("beliefs")
  void aReadingInLineChangesNoBelief(Belief belief) {
    for (Duration drift : List.of(Duration.ZERO, TOLERANCE, TOLERANCE.negated())) {
      assertThat(GUARD.after(belief, read(after(WITNESSED, LATER, drift)))).isEqualTo(belief);
    }
  }

  @ParameterizedTest
  @MethodSource("everyBeliefWithEveryJump")
  void aJumpEndsTrustAndNothingElse(Belief belief, Duration jump) {
    // when
    Belief after = GUARD.after(belief, read(after(WITNESSED, LATER, jump)));
    // then
    switch (belief) {
      case Belief.Trusted ignored -> assertThat(after).isEqualTo(new Belief.Jumped(jump));
      case Belief.Unwitnessed ignored -> assertThat(after).isEqualTo(belief);
      case Belief.Jumped ignored -> assertThat(after).isEqualTo(belief);
      case Belief.Contradicted ignored -> assertThat(after).isEqualTo(belief);
    }
  }

  @ParameterizedTest
  @MethodSource("everyBeliefWithEveryJump")
  void aWitnessWhoAgreesIsBelievedWhateverTheClockDidBefore(Belief belief, Duration jump) {
    // given a clock that jumped before the question, as that of a suspended machine
    Reading asked = after(WITNESSED, LATER, jump);
    Reading answered = after(asked, Duration.ofMillis(20), Duration.ZERO);
    for (Instant said : List.of(asked.wall(), asked.wall().plusMillis(7), answered.wall())) {
      // then
      assertThat(GUARD.after(belief, new Evidence.Testimony(asked, answered, said)))
          .isEqualTo(new Belief.Trusted(answered));
    }
  }

  @ParameterizedTest
  @MethodSource("beliefs")
  void whatIsToleratedNeverAddsUp(Belief belief) {
    // given a witness from whom the clock differs as much as it may
    Reading answered = after(IN_LINE, Duration.ofMillis(20), Duration.ZERO);
    Instant said = IN_LINE.wall().minus(TOLERANCE);
    // when
    Belief after = GUARD.after(belief, new Evidence.Testimony(IN_LINE, answered, said));
    // then
    assertThat(after)
        .isEqualTo(
            new Belief.Trusted(new Reading(answered.wall().minus(TOLERANCE), answered.ticks())));
    assertThat(GUARD.after(after, read(after(answered, LATER, Duration.ZERO)))).isEqualTo(after);
    assertThat(GUARD.after(after, read(after(answered, LATER, Duration.ofMillis(1)))))
        .isEqualTo(new Belief.Jumped(BEYOND));
  }

  @ParameterizedTest
  @MethodSource("everyBeliefWithEveryJump")
  void aWitnessWhoDisagreesIsBelievedMoreThanTheClock(Belief belief, Duration ahead) {
    // given
    Reading answered = after(IN_LINE, Duration.ofMillis(20), Duration.ZERO);
    Instant said = (ahead.isNegative() ? answered : IN_LINE).wall().minus(ahead);
    // then
    assertThat(GUARD.after(belief, new Evidence.Testimony(IN_LINE, answered, said)))
        .isEqualTo(new Belief.Contradicted(ahead));
  }

  @ParameterizedTest
  @MethodSource("everyBeliefWithEveryJump")
  void anAnswerAcrossAJumpWitnessesNothing(Belief belief, Duration jump) {
    // given
    Reading answered = after(IN_LINE, Duration.ofMillis(20), jump);
    Evidence testimony = new Evidence.Testimony(IN_LINE, answered, answered.wall());
    // then
    assertThat(GUARD.after(belief, testimony)).isEqualTo(GUARD.after(belief, read(answered)));
  }

  @ParameterizedTest
  @MethodSource("beliefs")
  void anAnswerThatMayBeOldWitnessesNothing(Belief belief) {
    // given
    Duration tooLong = ClockGuard.OLDEST_TESTIMONY.plusNanos(1);
    Reading answered = after(IN_LINE, tooLong, Duration.ZERO);
    for (Instant said : List.of(answered.wall(), answered.wall().plus(YEAR))) {
      // then
      assertThat(GUARD.after(belief, new Evidence.Testimony(IN_LINE, answered, said)))
          .isEqualTo(belief);
    }
  }

  @Test
  void aClockThatJumpsBackAgainIsNotTrustedForThat() {
    // given
    Belief jumped = GUARD.after(new Belief.Trusted(WITNESSED), read(after(WITNESSED, LATER, YEAR)));
    // then
    assertThat(GUARD.after(jumped, read(IN_LINE))).isEqualTo(jumped);
  }

  @Test
  void theCounterMayBeginAnywhereAndPassItsLargestNumber() {
    // given
    long nearly = Long.MAX_VALUE - 3;
    Reading before = new Reading(START, nearly);
    Reading after = new Reading(START.plusSeconds(1), nearly + 1_000_000_000L);
    // then
    assertThat(before.jump(after)).isZero();
  }

  @Test
  void aToleranceIsNotNegative() {
    assertThatThrownBy(() -> new ClockGuard(Duration.ofMillis(-1)))
        .hasMessage("the jump that is tolerated must not be negative");
  }

  @Test
  void everyDoubtSaysWhatHappenedAndThatNothingIsActedOn() {
    assertThat(beliefs())
        .filteredOn(belief -> !(belief instanceof Belief.Trusted))
        .allSatisfy(belief -> assertThat(Distrust.of(belief)).contains("no expiry is acted on"));
    assertThat(Distrust.of(new Belief.Jumped(Duration.ofSeconds(-90))))
        .startsWith("the clock went back by PT1M30S;");
    assertThat(Distrust.of(new Belief.Contradicted(Duration.ofSeconds(90))))
        .startsWith("the clock is PT1M30S ahead of the broker's;");
  }

  private static Evidence read(Reading reading) {
    return new Evidence.Read(reading);
  }

  private static Reading after(Reading before, Duration time, Duration jump) {
    return new Reading(before.wall().plus(time).plus(jump), before.ticks() + time.toNanos());
  }
}
