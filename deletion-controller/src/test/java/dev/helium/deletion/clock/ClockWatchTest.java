package dev.helium.deletion.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.turns.ManualTurns;
import dev.helium.service.Health;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ClockWatchTest {
  private static final Duration TOLERANCE = Duration.ofMinutes(1);
  private static final Duration YEAR = Duration.ofDays(365);

  private final ManualTurns turns = new ManualTurns();
  private final Instant start = turns.instant();
  private final Health health = new Health();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private boolean away;
  private Duration brokerAhead = Duration.ZERO;
  private int questions;
  private int released;
  private final ClockWatch watch =
      new ClockWatch(new ClockGuard(TOLERANCE), this::read, this::broker, turns, health, meters);

  private Reading read() {
    return new Reading(turns.instant(), passed().toNanos());
  }

  private Duration passed() {
    return Duration.between(start, turns.instant()).minus(turns.set());
  }

  /** The broker's clock goes as time goes, whatever the wall clock here does. */
  private Future<Instant> broker() {
    questions++;
    return away
        ? Future.failedFuture("away")
        : Future.succeededFuture(start.plus(passed()).plus(brokerAhead));
  }

  private void open() {
    watch.open(() -> released++);
    turns.settle();
  }

  private double held() {
    return meters.get("helium.deletion.clock.held").gauge().value();
  }

  @Test
  void atTheStartTheClockIsWitnessedOnce() {
    // given
    assertThat(watch.now()).isEmpty();
    assertThat(health.isReady()).isFalse();
    // when
    open();
    // then
    assertThat(watch.now()).contains(start);
    assertThat(released).isEqualTo(1);
    assertThat(health.isReady()).isTrue();
    assertThat(held()).isZero();
    assertThat(questions).isEqualTo(1);
  }

  @Test
  void aWitnessThatIsAwayIsAskedAgainWithoutLimitAndAtABoundedRate() {
    // given
    away = true;
    open();
    // when
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(watch.now()).isEmpty();
    assertThat(questions).isBetween(600, 800);
    assertThat(health.isReady()).isFalse();
    // when
    away = false;
    turns.pass(ClockWatch.LONGEST_PAUSE.plus(ClockWatch.LOOK));
    // then
    assertThat(watch.now()).contains(turns.instant());
    assertThat(released).isEqualTo(1);
  }

  @Test
  void aClockThatJumpsIsNotTrustedFromTheFirstReadingOn() {
    // given
    open();
    // when
    turns.set(start.plus(YEAR));
    // then
    assertThat(watch.now()).isEmpty();
    assertThat(held()).isEqualTo(1);
    assertThat(health.isReady()).isFalse();
    // when
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(watch.now()).isEmpty();
    // when it is put right
    turns.set(start.plus(passed()));
    turns.pass(ClockWatch.LONGEST_PAUSE.plus(ClockWatch.LOOK));
    // then
    assertThat(watch.now()).contains(turns.instant());
    assertThat(released).isEqualTo(2);
    assertThat(meters.get("helium.deletion.clock.jumps").counter().count()).isEqualTo(1);
  }

  @Test
  void aMachineThatWasSuspendedGoesOnOnceTheBrokerAgrees() {
    // given
    open();
    // when time went on and the counter did not
    turns.set(start.plus(YEAR));
    brokerAhead = YEAR;
    // then
    assertThat(watch.now()).isEmpty();
    // when
    turns.pass(ClockWatch.LOOK);
    // then
    assertThat(watch.now()).contains(turns.instant());
  }

  @Test
  void smallCorrectionsDoNotAddUpToAJump() {
    // given
    open();
    // when
    for (int step = 0; step < 20; step++) {
      turns.set(turns.instant().plusSeconds(10));
      brokerAhead = brokerAhead.plusSeconds(10);
      turns.pass(ClockWatch.RENEWAL);
    }
    // then
    assertThat(watch.now()).contains(turns.instant());
    assertThat(released).isEqualTo(1);
  }

  @Test
  void aBrokerThatCannotRenewItsTestimonyDoesNotEndTrust() {
    // given
    open();
    away = true;
    // when
    turns.pass(ClockWatch.RENEWAL.multipliedBy(3));
    // then
    assertThat(watch.now()).contains(turns.instant());
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void aBrokerWithAnotherTimeEndsTrust() {
    // given
    open();
    brokerAhead = YEAR.negated();
    // when
    turns.pass(ClockWatch.RENEWAL.plus(ClockWatch.LOOK));
    // then
    assertThat(watch.now()).isEmpty();
  }

  @Test
  void oneQuestionIsUnderWayAtATime() {
    // given
    Promise<Instant> answer = Promise.promise();
    int[] asked = {0};
    ClockWatch slow =
        new ClockWatch(
            new ClockGuard(TOLERANCE),
            this::read,
            () -> {
              asked[0]++;
              return answer.future();
            },
            turns,
            health,
            new SimpleMeterRegistry());
    slow.open(() -> released++);
    // when
    turns.pass(Duration.ofSeconds(30));
    // then
    assertThat(asked[0]).isEqualTo(1);
    // when
    answer.complete(turns.instant());
    turns.settle();
    // then
    assertThat(slow.now()).contains(turns.instant());
  }

  @Test
  void onceClosedNothingIsAsked() {
    // given
    open();
    // when
    watch.close();
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(questions).isEqualTo(1);
    assertThat(turns.alarms()).isZero();
  }
}
