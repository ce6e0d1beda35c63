package dev.helium.deletion.warning;

import static dev.helium.deletion.Samples.DEMO;
import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deletionRequested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Tenures;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WarningLeads;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WarningLoopTest {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration HOUR = Duration.ofHours(1);

  private final ManualTurns turns = new ManualTurns();
  private final Instant start = turns.instant();
  private final List<Command.AnnounceExpiry> log = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private boolean trusted = true;
  private final WarningLoop loop =
      new WarningLoop(
          this::append,
          turns,
          () -> trusted ? Optional.of(turns.instant()) : Optional.empty(),
          WarningLeads.STANDARD,
          new SimpleMeterRegistry());
  private final Tenures tenures = new Tenures(loop::changed);
  private boolean away;
  private long sequence;

  @BeforeEach
  void take() {
    tenures.take(0);
  }

  private Future<Void> append(Command command) {
    if (away) {
      return Future.failedFuture("the log is away");
    }
    log.add((Command.AnnounceExpiry) command);
    times.add(turns.instant());
    return Future.succeededFuture();
  }

  private void learn(Event event) {
    learn(DEMO, event);
  }

  private void learn(WorkspaceId workspace, Event event) {
    sequence++;
    tenures.learn(
        new EventRecord(
            workspace, Source.PROVISIONER, sequence, new Cause.Observed(), turns.instant(), event),
        0);
  }

  @Test
  void asksForEachAnnouncementAtItsInstantAndNotBefore() {
    // given
    Instant expiry = start.plus(Duration.ofDays(3));
    learn(created(1, expiry));
    loop.open();
    // when
    turns.pass(Duration.ofDays(2).minusMillis(1));
    assertThat(log).isEmpty();
    turns.pass(Duration.ofDays(2));
    // then
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(DAY, HOUR);
    assertThat(log).allMatch(command -> command.end().equals(expiry));
    assertThat(log).allMatch(command -> command.incarnation() == 1);
    assertThat(log.getFirst().id().value())
        .isEqualTo("announce-demo-1-" + expiry.toEpochMilli() + "-86400");
    assertThat(times.getFirst()).isBetween(expiry.minus(DAY), expiry.minus(DAY).plusMillis(2));
    assertThat(times.getLast()).isBetween(expiry.minus(HOUR), expiry.minus(HOUR).plusMillis(2));
  }

  @Test
  void aLeadThatIsLongerThanTheWholeLifeIsNotAnnounced() {
    // given
    learn(created(1, start.plus(DAY)));
    learn(new WorkspaceId("short"), created(1, start.plus(HOUR)));
    loop.open();
    // when
    turns.pass(DAY);
    // then
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(HOUR);
  }

  @Test
  void aLateStartAnnouncesOnlyTheNearest() {
    // given
    learn(created(1, start.plus(Duration.ofDays(3))));
    turns.set(start.plus(Duration.ofDays(3)).minus(Duration.ofMinutes(20)));
    // when
    loop.open();
    turns.settle();
    // then
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(HOUR);
  }

  @Test
  void nothingIsAnnouncedAfterTheEnd() {
    // given
    learn(created(1, start.plus(Duration.ofDays(3))));
    turns.set(start.plus(Duration.ofDays(3)));
    // when
    loop.open();
    turns.pass(HOUR);
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void aClockThatRunsAheadForAMomentNeitherSaysNorForgetsAnything() {
    // given
    learn(created(1, start.plus(Duration.ofDays(3))));
    loop.open();
    turns.pass(Duration.ofDays(1));
    // when
    trusted = false;
    turns.set(start.plus(Duration.ofDays(365)));
    turns.pass(Duration.ofSeconds(2));
    // then
    assertThat(log).isEmpty();
    // when
    turns.set(start.plus(Duration.ofDays(1)));
    sequence = 0;
    learn(new WorkspaceId("other"), created(1, start.plus(Duration.ofDays(4))));
    trusted = true;
    loop.wake();
    turns.pass(Duration.ofDays(3));
    // then
    assertThat(log)
        .extracting(Command.AnnounceExpiry::lead)
        .containsExactlyInAnyOrder(DAY, HOUR, DAY, HOUR);
  }

  @Test
  void whatTheLogHasIsNotAskedForAgainAfterARestart() {
    // given
    Instant expiry = start.plus(Duration.ofDays(3));
    learn(created(1, expiry));
    learn(new Event.ExpiringSoon(expiry, DAY, "/extend"));
    turns.set(expiry.minus(Duration.ofHours(2)));
    // when
    loop.open();
    turns.pass(Duration.ofMinutes(30));
    // then
    assertThat(log).isEmpty();
    turns.pass(HOUR);
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(HOUR);
  }

  @Test
  void anotherEndIsAnnouncedAnew() {
    // given
    Instant expiry = start.plus(Duration.ofDays(3));
    Instant later = expiry.plus(Duration.ofDays(5));
    learn(created(1, expiry));
    loop.open();
    turns.pass(Duration.ofDays(2).plusSeconds(1));
    // when
    learn(new Event.ExpiringSoon(expiry, DAY, "/extend"));
    learn(new Event.ExpiryChanged(later, "ada", ""));
    turns.pass(Duration.ofDays(9));
    // then
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(DAY, DAY, HOUR);
    assertThat(log).extracting(Command.AnnounceExpiry::end).containsExactly(expiry, later, later);
    assertThat(log).extracting(Command.AnnounceExpiry::id).doesNotHaveDuplicates();
  }

  @Test
  void whatIsProtectedIsAnnouncedBeforeItsProtectionEnds() {
    // given
    Instant until = start.plus(Duration.ofDays(6));
    learn(created(1, start.plus(Duration.ofDays(3))));
    learn(new Event.Protected(until, "ada", "the demo runs"));
    loop.open();
    // when
    turns.pass(Duration.ofDays(6));
    // then
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(DAY, HOUR);
    assertThat(log).allMatch(command -> command.end().equals(until));
  }

  @Test
  void whatIsKeptForItsTenantsIsNotAnnouncedUntilItIsFree() {
    // given
    Instant expiry = start.plus(Duration.ofDays(3));
    learn(created(1, expiry));
    loop.changed(DEMO, tenures.find(DEMO).endless());
    loop.open();
    // when
    turns.pass(Duration.ofDays(2).plus(Duration.ofHours(12)));
    // then
    assertThat(log).isEmpty();
    assertThat(turns.alarms()).isZero();
    // when
    loop.changed(DEMO, tenures.find(DEMO));
    turns.pass(Duration.ofHours(12));
    // then
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(DAY, HOUR);
    assertThat(log).allMatch(command -> command.end().equals(expiry));
  }

  @Test
  void nothingIsAnnouncedOfWhatIsDeleted() {
    // given
    learn(created(1, start.plus(Duration.ofDays(3))));
    loop.open();
    // when
    learn(deletionRequested());
    turns.pass(Duration.ofDays(4));
    // then
    assertThat(log).isEmpty();
    assertThat(turns.alarms()).isZero();
  }

  @Test
  void asksAgainUntilTheLogHasItAndOnlyForTheNearest() {
    // given
    away = true;
    learn(created(1, start.plus(Duration.ofDays(3))));
    loop.open();
    // when
    turns.pass(Duration.ofDays(2).plusSeconds(60));
    assertThat(log).isEmpty();
    away = false;
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(DAY);
    turns.pass(DAY);
    assertThat(log).extracting(Command.AnnounceExpiry::lead).containsExactly(DAY, HOUR);
  }

  @Test
  void boundsHowManyAreUnderWayAndLosesNone() {
    // given
    for (int index = 0; index < 200; index++) {
      sequence = 0;
      learn(new WorkspaceId("ws-" + index), created(1, start.plus(Duration.ofHours(2))));
    }
    loop.open();
    // when
    turns.pass(Duration.ofHours(2));
    // then
    assertThat(log).hasSize(200).doesNotHaveDuplicates();
  }
}
