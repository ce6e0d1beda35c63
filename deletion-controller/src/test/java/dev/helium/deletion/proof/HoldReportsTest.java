package dev.helium.deletion.proof;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Command;
import dev.helium.domain.Holdup;
import dev.helium.domain.WorkspaceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HoldReportsTest {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final ManualTurns turns = new ManualTurns();
  private final Instant start = turns.instant();
  private final List<Command.ReportHeld> log = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private boolean away;
  private final HoldReports reports = new HoldReports(this::append, turns, turns);

  private Future<Void> append(Command command) {
    if (away) {
      return Future.failedFuture("the log is away");
    }
    log.add((Command.ReportHeld) command);
    times.add(turns.instant());
    return Future.succeededFuture();
  }

  private static Candidate candidate(WorkspaceId workspace) {
    return new Candidate(workspace, 1, Instant.EPOCH, Instant.EPOCH);
  }

  private void see(String... by) {
    reports.see(candidate(DEMO), List.of(by));
  }

  private List<String> said() {
    return log.getLast().holdup().by();
  }

  @Test
  void whatGoesSoonIsNotSpokenOf() {
    // given
    reports.open();
    reports.begin(candidate(DEMO), Holdup.NONE);
    // when
    see("a pod is left");
    turns.pass(Held.FIRST.minusMillis(1));
    reports.end(DEMO);
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void theSameIsSaidOnceAndSinceItWasFirstSeen() {
    // given
    reports.open();
    reports.begin(candidate(DEMO), Holdup.NONE);
    // when
    for (int minute = 0; minute < 60; minute++) {
      see("a finalizer");
      turns.pass(Duration.ofMinutes(1));
    }
    // then
    assertThat(log).hasSize(1);
    assertThat(log.getFirst().holdup()).isEqualTo(new Holdup(List.of("a finalizer"), start));
    assertThat(times.getFirst())
        .isBetween(start.plus(Held.FIRST), start.plus(Held.FIRST).plusMillis(1));
  }

  @Test
  void aClockThatIsSetBackKeepsNothingFromBeingSaid() {
    // given
    reports.open();
    turns.set(start.plus(Duration.ofDays(1)));
    reports.begin(candidate(DEMO), Holdup.NONE);
    // when
    turns.set(start);
    see("a finalizer");
    turns.pass(Duration.ofSeconds(1));
    // then
    assertThat(said()).containsExactly("a finalizer");
  }

  @Test
  void aChangeIsSaidAfterHalfAMinuteAndThenEverLessOften() {
    // given
    reports.open();
    reports.begin(candidate(DEMO), Holdup.NONE);
    // when it is another one every second, for an hour
    for (int second = 0; second < 3_600; second++) {
      see("pod " + second);
      turns.pass(Duration.ofSeconds(1));
    }
    // then
    assertThat(Duration.between(times.get(0), times.get(1)))
        .isBetween(HALF_A_MINUTE, HALF_A_MINUTE.plusSeconds(1));
    assertThat(Duration.between(times.get(1), times.get(2)))
        .isBetween(Duration.ofMinutes(1), Duration.ofSeconds(61));
    assertThat(log).hasSizeBetween(9, 12);
  }

  @Test
  void whatTheLogSaysAlreadyIsNotSaidAgainAfterARestart() {
    // given
    reports.open();
    reports.begin(candidate(DEMO), new Holdup(List.of("a finalizer"), start.minusSeconds(99)));
    // when
    see("a finalizer");
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(log).isEmpty();
    // when
    see("another finalizer");
    turns.pass(HALF_A_MINUTE);
    // then
    assertThat(said()).containsExactly("another finalizer");
  }

  @Test
  void whatCouldNotBeSaidIsSaidLater() {
    // given
    reports.open();
    reports.begin(candidate(DEMO), Holdup.NONE);
    away = true;
    see("a finalizer");
    turns.pass(Duration.ofMinutes(3));
    // when
    away = false;
    turns.pass(HALF_A_MINUTE.plusSeconds(1));
    // then
    assertThat(log).hasSize(1);
    turns.pass(Duration.ofHours(1));
    assertThat(log).hasSize(1);
  }

  @Test
  void tenThousandAreNotSpokenOfAtOnceAndNoneIsForgotten() {
    // given
    reports.open();
    for (int index = 0; index < 10_000; index++) {
      Candidate one = candidate(new WorkspaceId("ws-" + index));
      reports.begin(one, Holdup.NONE);
      reports.see(one, List.of("a finalizer"));
    }
    // when
    turns.pass(Held.FIRST.plusSeconds(60));
    // then
    assertThat(log).hasSizeBetween(50, 61);
    // when
    turns.pass(HoldReports.PACE.multipliedBy(10_100));
    // then
    assertThat(log).hasSize(10_000);
    assertThat(log).extracting(Command.ReportHeld::workspace).doesNotHaveDuplicates();
    assertThat(log).extracting(Command.ReportHeld::id).doesNotHaveDuplicates();
  }

  @Test
  void whatWasSeenOfAnotherLifeIsPassedOver() {
    // given
    reports.open();
    reports.begin(candidate(DEMO), Holdup.NONE);
    // when
    reports.see(new Candidate(DEMO, 2, Instant.EPOCH, Instant.EPOCH), List.of("a finalizer"));
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void nothingIsSaidBeforeItIsOpenAndOnceItIsClosed() {
    // given
    reports.begin(candidate(DEMO), Holdup.NONE);
    see("a finalizer");
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    // when
    reports.open();
    turns.settle();
    assertThat(log).hasSize(1);
    see("another");
    reports.close();
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(log).hasSize(1);
  }
}
