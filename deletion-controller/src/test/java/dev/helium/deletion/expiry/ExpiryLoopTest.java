package dev.helium.deletion.expiry;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpiryLoopTest {
  private final ManualTurns turns = new ManualTurns();
  private final Instant start = turns.instant();
  private final Health health = new Health();
  private final List<Command> log = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final Deque<Promise<Void>> held = new ArrayDeque<>();
  private boolean holding;
  private boolean away;
  private boolean trusted = true;
  private ExpiryLoop loop = newLoop();

  private ExpiryLoop newLoop() {
    return new ExpiryLoop(this::append, turns, this::time, health, new SimpleMeterRegistry());
  }

  private Optional<Instant> time() {
    return trusted ? Optional.of(turns.instant()) : Optional.empty();
  }

  private Future<Void> append(Command command) {
    if (away) {
      return Future.failedFuture("the log is away");
    }
    log.add(command);
    times.add(turns.instant());
    if (holding) {
      held.add(Promise.promise());
      return held.getLast().future();
    }
    return Future.succeededFuture();
  }

  private static Tenure living(Instant expiry) {
    return new Tenure(1, Stage.LIVING, Instant.EPOCH, expiry, Instant.MAX);
  }

  private static Tenure leaving(Instant expiry) {
    return new Tenure(1, Stage.LEAVING, Instant.EPOCH, expiry, Instant.MAX);
  }

  @Test
  void asksForDeletionAtTheInstantAndNotBefore() {
    Instant expiry = start.plusMillis(7_777);
    loop.changed(DEMO, living(expiry));
    loop.open();
    turns.pass(Duration.ofMillis(7_776));
    assertThat(log).isEmpty();
    turns.pass(Duration.ofMillis(2));
    assertThat(log)
        .containsExactly(
            new Command.Delete(
                log.getFirst().id(),
                DEMO,
                "deletion-controller",
                new DeletionReason.Expired(expiry)));
    assertThat(log.getFirst().id().value()).isEqualTo("expire-demo-1-" + expiry.toEpochMilli());
    turns.pass(Duration.ofDays(1));
    assertThat(log).hasSize(1);
  }

  @Test
  void actsOnNothingWhileTheClockIsNotTrustedAndAtOnceAfterwards() {
    // given
    loop.changed(DEMO, living(start.minusSeconds(1)));
    trusted = false;
    loop.open();
    // when
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(log).isEmpty();
    // when
    trusted = true;
    loop.wake();
    // then
    assertThat(log).hasSize(1);
  }

  @Test
  void noticesByItselfThatTheClockIsTrustedAgain() {
    // given
    loop.changed(DEMO, living(start.plusSeconds(1)));
    loop.open();
    trusted = false;
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    // when
    trusted = true;
    turns.pass(ExpiryLoop.LONGEST_NAP);
    // then
    assertThat(log).hasSize(1);
  }

  @Test
  void asksForNothingBeforeTheLogHasBeenRead() {
    loop.changed(DEMO, living(start.minusSeconds(1)));
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    loop.changed(DEMO, living(start.plusSeconds(3_600)));
    loop.open();
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
  }

  @Test
  void takesWhatFellDueMeanwhileFirstAndTheOldestFirst() {
    for (int index = 0; index < 300; index++) {
      loop.changed(new WorkspaceId("ws-" + index), living(start.minusSeconds((index * 7L) % 300)));
    }
    loop.open();
    turns.settle();
    assertThat(log).hasSize(300);
    assertThat(log)
        .extracting(
            command -> ((DeletionReason.Expired) ((Command.Delete) command).reason()).expiry())
        .isSorted();
  }

  @Test
  void boundsHowManyCommandsAreUnderWay() {
    holding = true;
    for (int index = 0; index < 200; index++) {
      loop.changed(new WorkspaceId("ws-" + index), living(start.minusSeconds(1)));
    }
    loop.open();
    turns.settle();
    assertThat(log).hasSize(ExpiryLoop.MOST_APPENDING);
    while (!held.isEmpty()) {
      held.remove().complete();
      turns.settle();
    }
    assertThat(log).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void waitsForTheNewInstantWhenItIsExtended() {
    loop.open();
    loop.changed(DEMO, living(start.plusSeconds(10)));
    turns.pass(Duration.ofSeconds(9));
    loop.changed(DEMO, living(start.plusSeconds(60)));
    turns.pass(Duration.ofSeconds(50));
    assertThat(log).isEmpty();
    turns.pass(Duration.ofSeconds(2));
    assertThat(log).hasSize(1);
  }

  @Test
  void comesEarlierWhenItIsShortened() {
    loop.open();
    loop.changed(DEMO, living(start.plusSeconds(3_600)));
    turns.pass(Duration.ofSeconds(1));
    loop.changed(DEMO, living(start.plusSeconds(2)));
    turns.pass(Duration.ofSeconds(2));
    assertThat(log).hasSize(1);
  }

  @Test
  void asksForNothingWhenSomebodyElseDeletesFirst() {
    loop.open();
    loop.changed(DEMO, living(start.plusSeconds(10)));
    loop.changed(DEMO, leaving(start.plusSeconds(10)));
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    assertThat(turns.alarms()).isZero();
  }

  @Test
  void asksAgainWithTheSameIdUntilTheLogHasIt() {
    away = true;
    loop.open();
    loop.changed(DEMO, living(start.plusSeconds(10)));
    turns.pass(Duration.ofMinutes(2));
    assertThat(log).isEmpty();
    assertThat(health.isReady()).isFalse();
    away = false;
    turns.pass(Duration.ofSeconds(5));
    assertThat(log).hasSize(1);
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void asksForNothingMoreWhenItIsExtendedWhileTheLogIsAway() {
    away = true;
    loop.open();
    loop.changed(DEMO, living(start.plusSeconds(10)));
    turns.pass(Duration.ofSeconds(20));
    loop.changed(DEMO, living(start.plusSeconds(3_600)));
    away = false;
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void noticesWithinANapThatTheClockWasSetForward() {
    loop.open();
    loop.changed(DEMO, living(start.plusSeconds(86_400)));
    turns.pass(Duration.ofSeconds(1));
    turns.set(start.plusSeconds(86_500));
    turns.pass(ExpiryLoop.LONGEST_NAP);
    assertThat(log).hasSize(1);
  }

  @Test
  void isNotEarlyWhenTheClockWasSetBack() {
    loop.open();
    loop.changed(DEMO, living(start.plusSeconds(100)));
    turns.pass(Duration.ofSeconds(99));
    turns.set(start.minusSeconds(1_000));
    turns.pass(Duration.ofSeconds(1_099));
    assertThat(log).isEmpty();
    turns.pass(Duration.ofSeconds(2));
    assertThat(log).hasSize(1);
  }

  @Test
  void asksForNothingOnceItIsClosed() {
    loop.open();
    loop.changed(DEMO, living(start.plusSeconds(10)));
    loop.close();
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
  }

  @Test
  void survivesAnAppendThatThrows() {
    ExpiryLoop broken =
        new ExpiryLoop(
            command -> {
              throw new IllegalStateException("closed");
            },
            turns,
            this::time,
            health,
            new SimpleMeterRegistry());
    broken.open();
    broken.changed(DEMO, living(start));
    turns.pass(Duration.ofSeconds(1));
    assertThat(health.isReady()).isFalse();
  }

  /**
   * Whatever happens in whatever order, nobody is asked to go before the expiry that the log
   * showed, and nobody stays more than a moment past it while the log takes commands.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void isNeitherEarlyNorLateWhateverHappens(long seed) {
    Random random = new Random(seed);
    Map<WorkspaceId, Instant> expiries = new HashMap<>();
    loop.open();
    for (int step = 0; step < 500; step++) {
      WorkspaceId workspace = new WorkspaceId("ws-" + random.nextInt(20));
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> {
          Instant expiry = turns.instant().plusMillis(random.nextInt(20_000) - 1_000);
          expiries.put(workspace, expiry);
          loop.changed(workspace, living(expiry));
        }
        case 3 -> {
          expiries.remove(workspace);
          loop.changed(workspace, leaving(turns.instant()));
        }
        case 4 -> {
          loop.close();
          loop = newLoop();
          expiries.forEach((living, expiry) -> loop.changed(living, living(expiry)));
          loop.open();
        }
        default -> turns.pass(Duration.ofMillis(random.nextInt(3_000)));
      }
      turns.settle();
      Instant now = turns.instant();
      for (int index = 0; index < log.size(); index++) {
        assertThat(expiryOf(log.get(index))).isBeforeOrEqualTo(times.get(index));
      }
      expiries.forEach(
          (living, expiry) -> {
            if (expiry.isBefore(now.minusMillis(2))) {
              assertThat(log)
                  .anyMatch(
                      command ->
                          command.workspace().equals(living) && expiryOf(command).equals(expiry));
            }
          });
    }
  }

  private static Instant expiryOf(Command command) {
    return ((DeletionReason.Expired) ((Command.Delete) command).reason()).expiry();
  }
}
